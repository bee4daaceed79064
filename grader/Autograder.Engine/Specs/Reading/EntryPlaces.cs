using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Verifying;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Where the entries of a question stand. Of two with the same text it is the first.</summary>
internal static class EntryPlaces
{
    internal static QuestionPlaces Of(QuestionDocument document, KeyProgram? program, AnswerSignature? answer)
    {
        var places = ImmutableDictionary.CreateBuilder<SpecEntry, SpecPlace>();
        foreach ((SpecEntry entry, SpecPlace place) in
            (IEnumerable<(SpecEntry, SpecPlace)>)[.. InSpec(document), .. Terms("", document.Terms), .. (document.Parts ?? []).SelectMany(part => Terms(part.Key.Text, part.Value.Terms))])
        {
            places.TryAdd(entry, place);
        }

        if (answer is not null && program?.AnswerTo(answer) is { } method)
        {
            places.Add(new SpecEntry(SpecEntryKind.Key), program.PlaceOf(method));
        }

        return new QuestionPlaces(document.Place, places.ToImmutable());
    }

    private static IEnumerable<(SpecEntry, SpecPlace)> InSpec(QuestionDocument document) =>
    [
        .. (document.Accepts ?? []).Select(accepted => (new SpecEntry(SpecEntryKind.Accepted, accepted.Text), accepted.Place)),
        .. (document.Misconceptions ?? []).Where(mistake => mistake.Id is not null)
            .Select(mistake => (new SpecEntry(SpecEntryKind.Misconception, mistake.Id!.Text), mistake.Place)),
        .. (document.Invariants ?? []).Where(invariant => invariant.Condition is not null)
            .Select(invariant => (new SpecEntry(SpecEntryKind.Invariant, invariant.Condition!.Text), invariant.Place)),
        .. (document.Inputs ?? []).Select(input => (new SpecEntry(SpecEntryKind.Input, input.Key.Text), input.Key.Place)),
        .. document.FollowThrough?.Answer is { } follows ? [(new SpecEntry(SpecEntryKind.FollowThrough), follows.Place)] : Array.Empty<(SpecEntry, SpecPlace)>(),
    ];

    private static IEnumerable<(SpecEntry, SpecPlace)> Terms(string part, SpecMap<TextForm>? terms) => terms is not { Count: > 0 } ? [] :
    [
        (new SpecEntry(SpecEntryKind.Terms, Part: part), terms[0].Key.Place),
        .. terms.Select(term => (new SpecEntry(SpecEntryKind.Term, term.Key.Text, part), term.Key.Place)),
    ];
}
