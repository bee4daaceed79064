using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Execution;

/// <summary>One worker with one program, asked by the name of the method.</summary>
internal sealed class AskingSession : IDisposable
{
    private readonly CompiledSubmission _compiled;
    private readonly WorkerSession _session;
    private readonly Programs _programs;

    internal AskingSession(Programs programs, params string[] sources)
    {
        _programs = programs;
        _compiled = programs.Compile(sources);
        _session = WorkerSession.Start(programs.Paths.Worker, ThreeQuestions.Patient, programs.Paths.Sandbox.Layers);
        _session.Load(_compiled.Program!);
    }

    internal bool IsUsable => _session.IsUsable;

    internal ImmutableArray<MethodDescription> Methods => _compiled.Methods;

    /// <summary>At one point for each number.</summary>
    internal QuestionObservations Ask(string method, params double[] points) =>
        Ask(Methods.Single(description => description.Place.Method == method).Place, [.. points.Select(x => new WireValue[] { new WireNumbers([], [x]) })]);

    internal QuestionObservations Ask(MethodPlace place, params WireValue[][] points)
    {
        var question = new Question(
            place.Method,
            place.Method,
            Points: 1,
            Statement: "",
            new AnswerSignature(
                place.Method,
                [.. points[0].Select((_, index) => new Parameter($"p{index}", new ScalarType(ScalarKind.Real), "double"))],
                new ScalarType(ScalarKind.Real),
                "double"),
            new ValueDefinition(),
            ImmutableSortedDictionary<string, SizeRange>.Empty,
            Inputs: [],
            Constraints: [],
            SpecialPoints: [],
            Tolerance.Default,
            ThreeQuestions.Patient);
        return _session.Ask(new QuestionCalls(place, [], points, question.IsRepeated, ThreeQuestions.Patient.OutputCharacters), question, new Budget(ThreeQuestions.Patient));
    }

    internal static double[] Numbers(Observation observation) =>
        [.. ((NumericValue)Assert.IsType<ReturnedValue>(observation).Value).Tensor.Entries];

    public void Dispose()
    {
        _session.Dispose();
        _programs.AssertNoWorkerIsLeft();
    }
}
