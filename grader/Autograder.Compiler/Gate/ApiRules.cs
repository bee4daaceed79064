using System.Collections.Frozen;

namespace Autograder.Compiler.Gate;

/// <summary>Answers what <see cref="AllowedApi"/> says of a type or member, named as in metadata without type parameters.</summary>
internal static class ApiRules
{
    private static readonly FrozenSet<string> Namespaces = AllowedApi.Namespaces.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, FrozenSet<string>> Types = Words(AllowedApi.Types);
    private static readonly FrozenDictionary<string, FrozenSet<string>> TypesTakenOut = Words(AllowedApi.TypesTakenOut);
    private static readonly FrozenDictionary<string, FrozenSet<string>> OnlyMembers = Words(AllowedApi.OnlyMembers);
    private static readonly FrozenDictionary<string, FrozenSet<string>> MembersTakenOut = Words(AllowedApi.MembersTakenOut);
    private static readonly FrozenDictionary<string, FrozenSet<string>> Emitted = Words(AllowedApi.Emitted);
    private static readonly string[] Accessors = ["get_", "set_", "add_", "remove_"];

    /// <param name="type">Of a type within another, the outermost: what it allows goes for what it holds.</param>
    internal static bool IsAllowed(string @namespace, string type) =>
        IsNamespaceAllowed(@namespace)
            ? !(TypesTakenOut.TryGetValue(@namespace, out FrozenSet<string>? takenOut) && takenOut.Contains(type))
            : Types.TryGetValue(@namespace, out FrozenSet<string>? types) && types.Contains(type);

    /// <param name="type">Allowed, with its namespace.</param>
    /// <param name="member">As in metadata or in source: get_Name or Name.</param>
    internal static bool IsMemberAllowed(string type, string member)
    {
        string name = Named(member);
        return OnlyMembers.TryGetValue(type, out FrozenSet<string>? only)
            ? only.Contains(name)
            : !(MembersTakenOut.TryGetValue(type, out FrozenSet<string>? takenOut) && takenOut.Contains(name));
    }

    /// <summary>Whether the compiler makes use of something of the type by itself.</summary>
    internal static bool IsEmitted(string type) => Emitted.ContainsKey(type);

    /// <param name="type">With its namespace.</param>
    /// <param name="member">As in metadata, followed by ``1 when it has a type parameter of its own.</param>
    internal static bool IsEmitted(string type, string member) => Emitted.TryGetValue(type, out FrozenSet<string>? members) && members.Contains(member);

    private static bool IsNamespaceAllowed(string name) =>
        Namespaces.Contains(name)
        || (AllowedApi.NamespaceTrees.Any(tree => IsWithin(name, tree)) && !AllowedApi.NamespaceTreesTakenOut.Any(tree => IsWithin(name, tree)));

    internal static bool IsWithin(string name, string tree) =>
        name.StartsWith(tree, StringComparison.Ordinal) && (name.Length == tree.Length || name[tree.Length] == '.');

    /// <summary>A property or event for its accessors.</summary>
    private static string Named(string member) =>
        Array.Find(Accessors, prefix => member.StartsWith(prefix, StringComparison.Ordinal)) is string accessor ? member[accessor.Length..] : member;

    private static FrozenDictionary<string, FrozenSet<string>> Words(Dictionary<string, string> lists) => lists.ToFrozenDictionary(
        list => list.Key,
        list => list.Value.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal),
        StringComparer.Ordinal);
}
