using Autograder.Core.Assignments;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads what a question's code may use; what it does not say is as the homework has it.</summary>
internal sealed class LimitsReader(SpecProblems problems)
{
    /// <summary>A submission is one program: what it may use as a whole is not a question's to say.</summary>
    internal Limits Read(LimitsDocument? document, Limits assignment)
    {
        (string Key, SpecPlace? Place)[] whole =
        [
            ("submission-seconds", document?.SubmissionSeconds?.Place),
            ("submission-cpu-seconds", document?.SubmissionCpuSeconds?.Place),
            ("memory-mebibytes", document?.MemoryMebibytes?.Place),
            ("submission-output-characters", document?.SubmissionOutputCharacters?.Place),
        ];
        foreach ((string key, SpecPlace? place) in whole)
        {
            if (place is { } at)
            {
                problems.Add(at, $"'{key}' holds for the whole homework; it stands under the homework's own 'limits'");
            }
        }

        return Of(document, assignment);
    }

    internal static Limits Of(LimitsDocument? document, Limits otherwise) => document is null ? otherwise : new Limits
    {
        CallTime = document.CallSeconds?.Value ?? otherwise.CallTime,
        CallCpuTime = document.CallCpuSeconds?.Value ?? otherwise.CallCpuTime,
        SubmissionTime = document.SubmissionSeconds?.Value ?? otherwise.SubmissionTime,
        SubmissionCpuTime = document.SubmissionCpuSeconds?.Value ?? otherwise.SubmissionCpuTime,
        MemoryMebibytes = document.MemoryMebibytes?.Value ?? otherwise.MemoryMebibytes,
        OutputCharacters = document.OutputCharacters?.Value ?? otherwise.OutputCharacters,
        SubmissionOutputCharacters = document.SubmissionOutputCharacters?.Value ?? otherwise.SubmissionOutputCharacters,
    };
}
