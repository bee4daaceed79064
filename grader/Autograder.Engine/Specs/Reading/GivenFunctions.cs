using Autograder.Engine.Keys;

namespace Autograder.Engine.Specs.Reading;

internal static class GivenFunctions
{
    /// <returns>Null when there is none, with a problem added; null also when the given code does not parse, which is reported there.</returns>
    internal static KeyFunction? Find(KeyProgram? program, string name, SpecPlace place, SpecProblems problems)
    {
        if (program?.Given[name].FirstOrDefault() is { } function)
        {
            return function;
        }

        if (program is not { IsGivenWhole: true })
        {
            return null;
        }

        string advice = NearestName.Of(name, program.Given.Select(group => group.Key)) is string near
            ? $"did you mean '{near}'?"
            : $"it has {string.Join(", ", program.Given.Select(group => group.Key))}";
        problems.Add(place, $"the given code has no public static method '{name}'; {advice}");
        return null;
    }
}
