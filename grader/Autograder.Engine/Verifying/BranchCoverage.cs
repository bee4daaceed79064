using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Core.Verifying;
using Autograder.Engine.Keys;
using Autograder.Worker.Values;
using Microsoft.CodeAnalysis.CSharp;

namespace Autograder.Engine.Verifying;

/// <summary>
/// Which branches of the staff's code the answers take at their points. In a branch that no point takes, a mistake cannot be
/// seen. Kinks without a branch, such as those of Math.Abs and Math.Max, are not looked for.
/// </summary>
internal sealed class BranchCoverage
{
    private readonly KeyProgram _program;
    private readonly ImmutableArray<Branch> _branches;
    private readonly Assembly? _probed;

    internal BranchCoverage(KeyProgram program)
    {
        var probes = new BranchProbes();
        using var image = new MemoryStream();
        bool isWhole = program.Compilation
            .ReplaceSyntaxTree(program.GivenTree, probes.Within(program.GivenTree))
            .ReplaceSyntaxTree(program.ReferenceTree, probes.Within(program.ReferenceTree))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(probes.Source))
            .Emit(image).Success;
        _program = program;
        _branches = probes.Branches;
        if (isWhole)
        {
            image.Position = 0;
            _probed = new AssemblyLoadContext(name: null).LoadFromStream(image);
        }
    }

    /// <summary>The figures of the points with those of the branches. Counts in one place, so one question at a time.</summary>
    internal StepResult AddTo(StepResult points, QuestionPlan plan)
    {
        if (points.IsEmpty || _probed is null || _program.AnswerTo(plan.Question.Answer) is not { } function)
        {
            return points;
        }

        int[] taken = (int[])_probed.GetType(BranchProbes.TypeName, throwOnError: true)!.GetField(BranchProbes.FieldName, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        Array.Clear(taken);
        Func<SamplePoint, Value> answer = KeyAnswer.Of(plan.Question, function, _probed, new ProgramFunctions(_probed));
        foreach (PlannedPoint planned in plan.Points)
        {
            answer(planned.Point);
        }

        HashSet<int> reached = [.. _branches.Where((_, index) => taken[index] > 0).Select(branch => branch.Decision)];
        ImmutableArray<(Branch Branch, bool IsTaken)> counted =
            [.. _branches.Select((branch, index) => (branch, taken[index] > 0)).Where(pair => reached.Contains(pair.branch.Decision) && !pair.branch.IsGuard)];
        return counted.IsEmpty ? points : points with
        {
            Figure = $"{points.Figure}, {counted.Count(pair => pair.IsTaken)} of {counted.Length} branches",
            Failures = [.. points.Failures, .. counted.Where(pair => !pair.IsTaken).Select(pair => Failure(pair.Branch))],
        };
    }

    private static VerificationFailure Failure(Branch branch) => new(
        $"no point takes the branch where {branch.Text}: a mistake in it cannot be seen.",
        "Add a special point that takes it, or a constraint by which the random ones do.")
    {
        Place = $"{branch.Place}",
    };
}
