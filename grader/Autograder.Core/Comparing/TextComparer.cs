using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>Choices and blanks. Case and white space at the ends never matter.</summary>
public static class TextComparer
{
    /// <summary>What a student wrote is repeated up to here, to be recognised and not to be read.</summary>
    private const int RepeatedCharacters = 200;

    /// <summary>
    /// Which rule of the form an answer breaks (none or several chosen, an unknown option, one twice, an empty blank); null
    /// when it is well formed. Says nothing about which option is right.
    /// </summary>
    public static string? BrokenRule(Definition definition, Value answer) => definition switch
    {
        ChoiceDefinition choice => BrokenRule(choice, Texts(answer)),
        BlankDefinition => Texts(answer) is [var text] && text.Length > 0 ? null : "the blank is empty",
        _ => null,
    };

    /// <summary>Whether all texts of an answer are those of the reference; numbers are not looked at.</summary>
    public static bool IsRight(Definition definition, Value reference, Value answer) => (definition, reference) switch
    {
        (ChoiceDefinition choice, _) => BrokenRule(definition, answer) is null
            && Keys(choice, reference).ToHashSet(StringComparer.Ordinal).SetEquals(Keys(choice, answer)),
        (_, GroupValue group) => answer is GroupValue other
            && group.Members.Length == other.Members.Length
            && group.Members.Zip(other.Members).All(pair => IsRight(definition, pair.First.Value, pair.Second.Value)),
        _ => Texts(reference).SequenceEqual(Texts(answer), StringComparer.OrdinalIgnoreCase),
    };

    private static string? BrokenRule(ChoiceDefinition choice, ImmutableArray<string> chosen)
    {
        string options = string.Join(", ", choice.Options.Select(option => option.Key));
        if (chosen.FirstOrDefault(text => Key(choice, text) is null) is string unknown)
        {
            return $"'{Shortened(unknown)}' is none of the options: {options}";
        }

        if (!choice.Several && chosen.Length != 1)
        {
            return $"exactly one option is to be chosen, not {chosen.Length}: {options}";
        }

        return chosen.Length == 0 ? $"no option is chosen: {options}"
            : Keys(choice, chosen).Distinct(StringComparer.Ordinal).Count() < chosen.Length ? "an option is chosen twice"
            : null;
    }

    private static string Shortened(string text) => text.Length <= RepeatedCharacters ? text
        : $"{text[..(RepeatedCharacters - (char.IsHighSurrogate(text[RepeatedCharacters - 1]) ? 1 : 0))]}…";

    private static IEnumerable<string> Keys(ChoiceDefinition choice, Value value) => Keys(choice, Texts(value));

    private static IEnumerable<string> Keys(ChoiceDefinition choice, ImmutableArray<string> texts) =>
        texts.Select(text => Key(choice, text) ?? text);

    /// <summary>A key comes before a text: the text of one option may be the key of another.</summary>
    private static string? Key(ChoiceDefinition choice, string text) =>
        (choice.Options.FirstOrDefault(option => option.Key.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? choice.Options.FirstOrDefault(option => option.Text.Equals(text, StringComparison.OrdinalIgnoreCase)))?.Key;

    private static ImmutableArray<string> Texts(Value value) => value switch
    {
        TextValue text when string.IsNullOrWhiteSpace(text.Text) => [],
        TextValue text => [text.Text.Trim()],
        TextListValue list => [.. list.Texts.Select(text => text.Trim())],
        _ => [],
    };
}
