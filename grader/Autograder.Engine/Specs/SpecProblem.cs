namespace Autograder.Engine.Specs;

/// <summary>A place in a file of the staff; line and column are counted from 1.</summary>
public readonly record struct SpecPlace(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>A mistake of the staff's: where it is, what is wrong and what would be right.</summary>
public sealed record SpecProblem(SpecPlace Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}

/// <summary>Collects what is wrong with a spec, so that everything is reported at once.</summary>
public sealed class SpecProblems
{
    private readonly List<SpecProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public int Count => _problems.Count;

    /// <summary>In the order of files and places, each once.</summary>
    public IReadOnlyList<SpecProblem> Ordered =>
        [.. _problems.Distinct()
            .OrderBy(problem => problem.Place.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)];

    public void Add(SpecPlace place, string message) => _problems.Add(new SpecProblem(place, message));
}

/// <summary>The spec cannot be used; every problem is listed.</summary>
public sealed class SpecException(IReadOnlyList<SpecProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<SpecProblem> Problems { get; } = problems;
}
