using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Autograder.Compiler.Gate;

/// <summary>
/// Reads the tables of an emitted assembly: whatever the source looked like, what it refers to must stand here. Knows no places.
/// </summary>
internal static class AssemblyGate
{
    private const string ModuleType = "<Module>";

    /// <returns>In order, each once.</returns>
    internal static ImmutableArray<AssemblyFinding> Check(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        return
        [
            .. References(metadata)
                .Concat(metadata.TypeDefinitions.SelectMany(type => Declared(metadata, metadata.GetTypeDefinition(type))))
                .Concat(Tables(metadata))
                .Distinct()
                .OrderBy(finding => finding.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<AssemblyFinding> References(MetadataReader metadata)
    {
        var names = new TypeNames(metadata);
        foreach (TypeReferenceHandle handle in metadata.TypeReferences)
        {
            (string @namespace, string type) = names.Outermost(handle);
            string full = TypeNames.Full(@namespace, type);
            if (!ApiRules.IsAllowed(@namespace, type))
            {
                yield return new(full, ApiRules.IsEmitted(full));
            }
        }

        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (names.Outermost(member.Parent) is not ({ } @namespace, { } type))
            {
                continue;
            }

            string full = TypeNames.Full(@namespace, type), name = metadata.GetString(member.Name);
            if (!ApiRules.IsAllowed(@namespace, type) ? ApiRules.IsEmitted(full) : !ApiRules.IsMemberAllowed(full, name))
            {
                yield return new($"{full}.{name}", ApiRules.IsEmitted(full, name + TypeParameters(metadata, member)));
            }
        }
    }

    private static string TypeParameters(MetadataReader metadata, MemberReference member)
    {
        BlobReader signature = metadata.GetBlobReader(member.Signature);
        SignatureHeader header = signature.ReadSignatureHeader();
        return header.IsGeneric ? $"``{signature.ReadCompressedInteger()}" : "";
    }

    private static IEnumerable<AssemblyFinding> Declared(MetadataReader metadata, TypeDefinition type)
    {
        string name = metadata.GetString(type.Name);
        if ((type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout && type.GetFields().Count > 0)
        {
            yield return new($"explicit layout ({name})");
        }

        // The compiler's own have a name that no source can give.
        if (!name.StartsWith("<>y__InlineArray", StringComparison.Ordinal) && type.GetCustomAttributes().Any(attribute => IsInlineArray(metadata, attribute)))
        {
            yield return new("System.Runtime.CompilerServices.InlineArrayAttribute");
        }

        foreach (MethodDefinition method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            string methodName = metadata.GetString(method.Name);
            if (name == ModuleType)
            {
                yield return new("a module initializer");
            }
            else if (methodName == "Finalize" && method.Attributes.HasFlag(MethodAttributes.Virtual))
            {
                yield return new("a finalizer");
            }

            if (IsNative(method))
            {
                yield return new($"extern ({methodName})");
            }
        }
    }

    /// <summary>Whether its code lies elsewhere than in this assembly; that of delegates is the runtime's.</summary>
    private static bool IsNative(MethodDefinition method) =>
        method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
        || method.ImplAttributes.HasFlag(MethodImplAttributes.InternalCall)
        || method.ImplAttributes.HasFlag(MethodImplAttributes.Unmanaged)
        || (method.RelativeVirtualAddress == 0
            && !method.Attributes.HasFlag(MethodAttributes.Abstract)
            && (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) != MethodImplAttributes.Runtime);

    private static bool IsInlineArray(MetadataReader metadata, CustomAttributeHandle handle) =>
        metadata.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        && new TypeNames(metadata).Outermost(metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent)
            is ("System.Runtime.CompilerServices", "InlineArrayAttribute");

    private static IEnumerable<AssemblyFinding> Tables(MetadataReader metadata)
    {
        if (metadata.GetTableRowCount(TableIndex.ModuleRef) > 0)
        {
            yield return new("a native library");
        }

        if (metadata.ExportedTypes.Count > 0)
        {
            yield return new("forwarded types");
        }

        if (metadata.ManifestResources.Count > 0)
        {
            yield return new("resources");
        }

        for (int row = 1; row <= metadata.GetTableRowCount(TableIndex.StandAloneSig); row++)
        {
            StandaloneSignature signature = metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row));
            if (signature.GetKind() == StandaloneSignatureKind.Method)
            {
                yield return new("function pointers");
            }
        }
    }
}

/// <param name="Name">Of what an answer may not use.</param>
/// <param name="IsExcused">The compiler may have made it of harmless source.</param>
internal sealed record AssemblyFinding(string Name, bool IsExcused = false);
