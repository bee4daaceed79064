using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Cli.Display.Replays;

/// <summary>A point as a person reads it: its sizes and every input with its shape and numbers.</summary>
internal static class PointText
{
    internal static IEnumerable<string> Of(Question question, SamplePoint point, string seed, int number, int count)
    {
        string sizes = string.Concat(point.Sizes.Select(size => $", {size.Key} = {size.Value}"));
        yield return $"Point {number} of {count}: {(point.Label is string label ? $"'{label}'" : "random")}, seed '{seed}'{sizes}";
        if (!point.Inputs.IsEmpty)
        {
            yield return "";
            yield return "Inputs";
        }

        foreach (InputDomain domain in question.Inputs.Where(domain => point.Inputs.ContainsKey(domain.Name)))
        {
            string kept = question.Answer.Inputs.Contains(domain.Name) ? "" : ", not passed on";
            foreach (string line in Of(domain, point, kept))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Of(InputDomain domain, SamplePoint point, string kept)
    {
        switch (domain, point.Inputs[domain.Name])
        {
            case (FunctionDomain function, _):
                FunctionCall call = function.Family[point.FamilyPlace % function.Family.Length];
                return [$"  {domain.Name} = {call.Factory.Split('.')[^1]}({string.Join(", ", call.Arguments)}){kept}"];
            case (_, NumericValue { Tensor: { Shape.Rank: 0 } number }):
                return [$"  {domain.Name} = {NumberBlock.Of(number, ReplayText.Width, []).Lines[0]}{kept}"];
            case (_, NumericValue number):
                NumberBlock block = NumberBlock.Of(number.Tensor, ReplayText.Width, []);
                return [$"  {domain.Name}, {number.Tensor.Shape}{kept}{ReplayText.Aside(block.Omitted)}", .. block.Lines.Select(line => $"    {line}".TrimEnd())];
            default:
                return [];
        }
    }
}
