using Autograder.Core.Assignments;
using Autograder.Core.Sampling;

namespace Autograder.Engine.Specs.Reading;

/// <summary>How many numbers a question sends to a student's program.</summary>
internal static class QuestionSize
{
    /// <summary>Of all points together, every drawn size at its greatest. Latent inputs stay here, unless a function is made of them.</summary>
    internal static double MostNumbers(Question question)
    {
        double Point(SpecialPoint? special) => question.Answer.Inputs.Sum(input => Numbers(question, input, special));
        return question.Definition is TrainingDefinition || question.Inputs.IsEmpty
            ? Point(special: null)
            : (SamplePlanner.RandomPoints * Point(special: null)) + question.SpecialPoints.Sum(Point);
    }

    private static double Numbers(Question question, string input, SpecialPoint? special)
    {
        int Size(string name) => special is not null && special.Sizes.TryGetValue(name, out int size) ? size
            : question.Sizes.TryGetValue(name, out SizeRange range) ? range.Most
            : 1;
        return question.Inputs.FirstOrDefault(domain => domain.Name == input) switch
        {
            NumericDomain numeric => UpTo(InputsReader.MaxEntries, InputsReader.Entries(numeric.Extents, Size)),
            ComputedDomain computed => UpTo(DataReader.MaxEntries, InputsReader.Entries(computed.Extents, Size)),
            DataDomain data => data.Data.Entries.Length,
            FunctionDomain { Family: { IsEmpty: false } family } => family.Max(call => call.Arguments.Sum(argument => Numbers(question, argument, special))),
            _ => 0,
        };
    }

    /// <summary>An input that is too large by itself is reported where it stands.</summary>
    private static double UpTo(int most, double entries) => entries <= most ? entries : 0;
}
