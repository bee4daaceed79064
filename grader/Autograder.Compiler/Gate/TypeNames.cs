using System.Reflection.Metadata;

namespace Autograder.Compiler.Gate;

/// <summary>Names the type that a handle of an assembly's tables stands for.</summary>
internal sealed class TypeNames(MetadataReader metadata)
{
    /// <returns>Namespace and name, without type parameters, of the outermost type around a referenced one; null for the assembly's own types and for arrays.</returns>
    internal (string Namespace, string Type)? Outermost(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => Outermost((TypeReferenceHandle)handle),
        HandleKind.TypeSpecification =>
            Generic(metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature)) is { IsNil: false } type
                ? Outermost(type)
                : null,
        _ => null,
    };

    internal (string Namespace, string Type) Outermost(TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Outermost((TypeReferenceHandle)type.ResolutionScope)
            : (metadata.GetString(type.Namespace), metadata.GetString(type.Name).Split('`')[0]);
    }

    internal static string Full(string @namespace, string type) => @namespace.Length == 0 ? type : $"{@namespace}.{type}";

    /// <summary>The type that is given arguments; type arguments are in the tables themselves.</summary>
    private static EntityHandle Generic(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return default;
        }

        _ = signature.ReadSignatureTypeCode();
        return signature.ReadTypeHandle();
    }
}
