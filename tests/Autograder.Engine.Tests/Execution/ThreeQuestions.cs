using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Grading;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Tests.Execution;

/// <summary>
/// A homework of three questions, First(x) = 2x, Second(x) = x² and Third(x) = x + 1, each at 12 random points.
/// </summary>
internal sealed class ThreeQuestions(Programs programs, Limits limits)
{
    /// <summary>Of time there is plenty, so that no test fails because its machine is busy.</summary>
    internal static readonly Limits Patient = new()
    {
        CallTime = TimeSpan.FromSeconds(30),
        CallCpuTime = TimeSpan.FromSeconds(20),
        SubmissionTime = TimeSpan.FromSeconds(120),
        SubmissionCpuTime = TimeSpan.FromSeconds(60),
        MemoryMebibytes = 64,
        OutputCharacters = 2000,
        SubmissionOutputCharacters = 20_000,
    };

    /// <summary>For what runs until it is stopped.</summary>
    internal static readonly Limits Hasty = Patient with { CallTime = TimeSpan.FromSeconds(2), CallCpuTime = TimeSpan.FromSeconds(0.7) };

    internal ThreeQuestions(Programs programs)
        : this(programs, Patient)
    {
    }

    internal static SubmissionGrader Grader(ProcessPaths paths, CompilerClient compiler, Limits limits, Deadline? deadline = null)
    {
        ImmutableArray<QuestionPlan> plans = Plans(limits);
        var assignment = new Assignment("three", "Three questions", [.. plans.Select(plan => plan.Question)], limits, Fingerprint: "");
        var loaded = new LoadedAssignment(assignment, [.. plans.Select(plan => plan.Key)], [], Programs.Given);
        var plan = new SamplePlan("seed", plans);
        return new SubmissionGrader(loaded, plan, compiler, new SubmissionRunner(paths, limits, deadline));
    }

    internal static ImmutableArray<QuestionPlan> Plans(Limits limits) =>
    [
        Plan("First", limits, x => 2 * x),
        Plan("Second", limits, x => x * x),
        Plan("Third", limits, x => x + 1),
    ];

    /// <summary>Line of <see cref="Source"/> on which the body of Second begins.</summary>
    internal static int BodyLine => 12;

    /// <param name="body">Of Second(double x); whatever it says, the other two answers are right.</param>
    /// <param name="members">Further members of the class.</param>
    internal static string Source(string body, string members = "") => $$"""
        using System.Diagnostics;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        public static class Answers
        {
            public static double First(double x) => 2 * x;

            public static double Second(double x)
            {
                {{body}}
            }

            public static double Third(double x) => x + 1;

            {{members}}
        }
        """;

    internal GradeReport Grade(string body, string members = "") => GradeSource(Source(body, members));

    internal GradeReport GradeSource(params string[] sources)
    {
        GradeReport report = Grader(programs.Paths, programs.Compiler, limits).GradeAsync(Programs.Submission(sources)).GetAwaiter().GetResult();
        programs.AssertNoWorkerIsLeft();
        return report;
    }

    /// <summary>The fault of Second, after seeing that the others are right.</summary>
    internal static Fault FaultOfSecond(GradeReport report)
    {
        Assert.Equal([Verdict.Correct, Verdict.Fault, Verdict.Correct], report.Questions.Select(question => question.Verdict));
        return Faults(report.Questions[1])[0];
    }

    internal static Fault[] Faults(QuestionGrade question) => [.. question.Points.Select(point => point.Fault).OfType<Fault>()];

    internal static int Agreed(QuestionGrade question) => question.Points.Count(point => point.Agreement == Agreement.Agree);

    private static QuestionPlan Plan(string name, Limits limits, Func<double, double> answer)
    {
        var real = new ScalarType(ScalarKind.Real);
        var question = new Question(
            name,
            name,
            Points: 1,
            Statement: "",
            new AnswerSignature(name, [new Parameter("x", real, "double")], real, "double"),
            new ValueDefinition(),
            ImmutableSortedDictionary<string, SizeRange>.Empty,
            [new NumericDomain("x", [], NumericKind.Positive, 0.3, 1.5)],
            Constraints: [],
            SpecialPoints: [],
            Tolerance.Default,
            limits);
        var key = new QuestionKey(
            point => new NumericValue(Tensor.Scalar(answer(((NumericValue)point.Inputs["x"]).Tensor.Entries[0]))),
            Constraints: [],
            Expression: (_, _) => throw new InvalidOperationException("no expressions"),
            Given: (_, _) => throw new InvalidOperationException("no given functions"),
            Conditions: [],
            Measure: null);
        return SamplePlanner.Plan(question, key, "seed");
    }
}
