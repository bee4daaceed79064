using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads what the delegates of one question's answer are applied to, and holds it against their types.</summary>
internal sealed class ApplicationsReader(
    SpecProblems problems, KeyProgram? program, QuestionDocument question, AnswerSignature answer, ImmutableArray<InputDomain> inputs)
{
    private readonly SpecMap<SpecList<TextForm>> _entries = question.Apply ?? [];

    /// <summary>The parts of the answer, by the names that entries have.</summary>
    private readonly ImmutableArray<(string Name, AnswerType Type)> _members =
        answer.Result is GroupType group ? group.Members : [(Application.Whole, answer.Result)];

    /// <summary>What the delegates of the entries so far return.</summary>
    private readonly Dictionary<string, AnswerType> _applied = new(StringComparer.Ordinal);

    private IEnumerable<string> Delegates => _members.Where(member => member.Type is FunctionType).Select(member => member.Name);

    internal ImmutableArray<Application> Read()
    {
        CheckMembers();
        if (!Delegates.Any())
        {
            CheckNoEntries();
            return [];
        }

        if (Delegates.Contains(""))
        {
            problems.Add(question.Answer!.Place, "a delegate of the answer has no name to apply it by; write (Func<…> f, Func<…> g)");
            return [];
        }

        CheckEveryDelegate();
        foreach ((TextForm name, SpecList<TextForm> arguments) in _entries)
        {
            ReadEntry(name, arguments);
        }

        return [.. _entries.Select(entry => new Application(entry.Key.Text, [.. entry.Value.Select(argument => argument.Text)]))];
    }

    /// <summary>A delegate within a tuple's tuple, or one that is returned, has no name to apply it by; a text is no function of drawn inputs.</summary>
    private void CheckMembers()
    {
        foreach ((string name, AnswerType type) in _members)
        {
            if (HasDelegate(type is FunctionType function ? function.Result : type))
            {
                problems.Add(question.Answer!.Place, $"'{name}' is {type}; a delegate stands in the answer itself or in its tuple, and returns none");
            }

            if (type is FunctionType { Result: TextType or TextListType })
            {
                problems.Add(question.Answer!.Place, $"'{name}' is {type}; a delegate is judged by numbers, which it does not return");
            }
        }
    }

    private static bool HasDelegate(AnswerType type) => type switch
    {
        FunctionType => true,
        GroupType group => group.Members.Any(member => HasDelegate(member.Type)),
        _ => false,
    };

    private void CheckNoEntries()
    {
        if (question.Apply is not null && !HasDelegate(answer.Result))
        {
            problems.Add(_entries.FirstOrDefault().Key?.Place ?? question.Answer!.Place, $"'apply' says nothing: {answer.WrittenResult} has no delegate");
        }
    }

    private void CheckEveryDelegate()
    {
        foreach (string missing in Delegates.Where(name => !question.Unread.Contains("apply")
            && !_entries.Unread.Contains(name) && !_entries.Exists(entry => entry.Key.Text == name)))
        {
            problems.Add(question.Answer!.Place, $"the delegate '{missing}' is applied to nothing; add it, for instance apply: {{ {missing}: [x] }}");
        }
    }

    private void ReadEntry(TextForm name, SpecList<TextForm> arguments)
    {
        if (_members.FirstOrDefault(member => member.Name == name.Text).Type is not FunctionType function)
        {
            string advice = NearestName.Of(name.Text, Delegates) is string near ? $"did you mean '{near}'?" : $"it has {string.Join(", ", Delegates)}";
            problems.Add(name.Place, $"'{name.Text}' is no delegate of the answer; {advice}");
            return;
        }

        if (arguments.Count != function.Parameters.Length)
        {
            problems.Add(name.Place, $"'{name.Text}' is {function} and takes {function.Parameters.Length} argument(s), not {arguments.Count}");
        }

        for (int index = 0; index < arguments.Count; index++)
        {
            CheckArgument(name.Text, arguments[index], index < function.Parameters.Length ? function.Parameters[index] : null);
        }

        _applied[name.Text] = function.Result;
    }

    /// <param name="expected">Null where the delegate takes no such argument.</param>
    private void CheckArgument(string member, TextForm argument, AnswerType? expected)
    {
        if (Problem(argument.Text) is string problem)
        {
            problems.Add(argument.Place, problem);
        }
        else if (expected is not null && !Fits(argument.Text, expected))
        {
            problems.Add(argument.Place, $"'{argument.Text}' does not fit: '{member}' takes {expected}");
        }
    }

    /// <returns>Why there is no value of that name; null when there is, or when its input could not be read, which is reported.</returns>
    private string? Problem(string argument)
    {
        bool isInput = question.Inputs?.Exists(input => input.Key.Text == argument) == true
            || question.Inputs?.Unread.Contains(argument) == true;
        return (isInput, Delegates.Contains(argument)) switch
        {
            (true, true) => $"'{argument}' is an input and a delegate of the answer; choose another name for the input",
            (false, true) when !_applied.ContainsKey(argument) && !_entries.Unread.Contains(argument) => $"'{argument}' is applied only later; its entry stands before those that use it",
            (false, false) when !question.Unread.Contains("inputs") => Unknown(argument),
            _ => null,
        };
    }

    private string Unknown(string argument)
    {
        string advice = NearestName.Of(argument, (question.Inputs ?? []).Select(input => input.Key.Text).Concat(Delegates)) is string near
            ? $"did you mean '{near}'?"
            : "add it under inputs";
        return $"'{argument}' is no input of this question and no delegate of its answer; {advice}";
    }

    private bool Fits(string argument, AnswerType expected) =>
        _applied.TryGetValue(argument, out AnswerType? returned)
            ? returned == expected
            : question.Inputs?.Find(input => input.Key.Text == argument).Value is not { Unread.Count: 0 }
                || inputs.FirstOrDefault(domain => domain.Name == argument) switch
                {
                    FunctionDomain functions => functions.Family.All(call => IsMadeBy(expected, call)),
                    { } numbers => InputsReader.Holds(numbers, expected),
                    null => true,
                };

    private bool IsMadeBy(AnswerType expected, FunctionCall call) =>
        program?.Given.SelectMany(functions => functions).FirstOrDefault(function => function.FullName == call.Factory) is not { } factory
        || CSharpTypes.IsParameterFor(expected, factory.ResultType);
}
