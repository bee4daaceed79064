using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Diagnosing;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>
/// Reads what a question says of answers other than the key's: right ones in another form, known mistakes and what is credited.
/// </summary>
internal sealed class MistakesReader(SpecProblems problems, KeyProgram? program, QuestionDocument document, AnswerSignature answer)
{
    internal Question Complete(Question question)
    {
        CheckNames();
        Question complete = question with
        {
            Misconceptions = Misconceptions(),
            Accepts = [.. (document.Accepts ?? []).Select(accepted => accepted.Text)],
            Terms = Terms(),
            Invariants = [.. (document.Invariants ?? []).Where(invariant => invariant is { Condition: not null, Otherwise: not null })
                .Select(invariant => new Condition(invariant.Condition!.Text, invariant.Otherwise!.Text))],
            Diagnoses = (document.Diagnoses ?? []).DistinctBy(remedy => remedy.Key.Text)
                .ToImmutableSortedDictionary(remedy => remedy.Key.Text, remedy => Remedy(remedy.Value.Hint, remedy.Value.Credit), StringComparer.Ordinal),
        };
        CheckDiagnoses(complete);
        return complete;
    }

    /// <summary>The method of the reference that such a text names; null where it is an expression.</summary>
    internal static KeyFunction? Method(KeyProgram? program, string text, AnswerSignature answer) =>
        program?.Reference[text].FirstOrDefault(function => function.Fits(answer));

    private static Remedy Remedy(HintsForm? hint, ShareForm? credit) => new([.. hint?.Hints ?? []], credit?.Value ?? 0);

    private ImmutableArray<Misconception> Misconceptions()
    {
        foreach (TextForm twice in (document.Misconceptions ?? []).Select(misconception => misconception.Id).OfType<TextForm>()
            .GroupBy(id => id.Text).SelectMany(group => group.Skip(1)))
        {
            problems.Add(twice.Place, $"the misconception '{twice.Text}' is named already");
        }

        return [.. (document.Misconceptions ?? []).Where(misconception => misconception is { Id: not null, Answer: not null, Hint: not null })
            .Select(misconception => new Misconception(misconception.Id!.Text, misconception.Answer!.Text, Remedy(misconception.Hint, misconception.Credit)))];
    }

    private ImmutableArray<Term> Terms()
    {
        if (document.Terms is { Count: > 0 } whole && answer.Judged is GroupType)
        {
            problems.Add(whole[0].Key.Place, "the terms of a tuple stand in 'parts', at the part that is their sum");
            return [];
        }

        IEnumerable<(string Part, SpecMap<TextForm> Terms)> sums = [("", document.Terms ?? []), .. (document.Parts ?? []).Select(part => (part.Key.Text, part.Value.Terms ?? []))];
        foreach ((string _, SpecMap<TextForm> terms) in sums.Where(sum => sum.Terms.Count == 1))
        {
            problems.Add(terms[0].Key.Place, "a sum has two terms or more");
        }

        return [.. sums.SelectMany(sum => sum.Terms.Select(term => new Term(sum.Part, term.Key.Text, term.Value.Text)))];
    }

    private void CheckDiagnoses(Question question)
    {
        foreach (TextForm id in (document.Diagnoses ?? []).Select(remedy => remedy.Key).Where(id => !DiagnosisIds.IsKnown(question, id.Text)))
        {
            string advice = NearestName.Of(id.Text, DiagnosisIds.Of(question)) is string near ? $"; did you mean '{near}'?" : "";
            problems.Add(id.Place, $"the grader makes no diagnosis '{id.Text}' of this question{advice}");
        }
    }

    /// <summary>A word alone is the name of a method, or one of the variables.</summary>
    private void CheckNames()
    {
        if (program is not { IsReferenceWhole: true })
        {
            return;
        }

        foreach (TextForm name in Named(document).Where(name => program.Reference.Contains(name.Text) && Method(program, name.Text, answer) is null))
        {
            problems.Add(name.Place, $"the reference has {program.Reference[name.Text].First()}, which does not fit {answer}");
        }
    }

    /// <summary>Texts that may be the name of a method instead of an expression.</summary>
    internal static IEnumerable<TextForm> Named(QuestionDocument document) =>
        [.. document.Accepts ?? [], .. (document.Misconceptions ?? []).Select(misconception => misconception.Answer).OfType<TextForm>()];
}
