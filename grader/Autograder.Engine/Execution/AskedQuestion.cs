using System.Collections.Immutable;
using System.Text;
using Autograder.Core.Assignments;
using Autograder.Core.Submissions;
using Autograder.Engine.Keys;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Execution;

/// <summary>
/// Puts the results of a question's calls in their places: first every point in order, then, if they are repeated, those that
/// gave a value once more, backwards.
/// </summary>
internal sealed class AskedQuestion(Question question, int points, bool areRepeated)
{
    /// <summary>More than any message that the worker itself makes.</summary>
    private const int LongestText = 5000;

    private readonly ImmutableArray<string> _places = WireMapping.Places(question.Answer);
    private readonly List<Observation> _first = [];
    private readonly Observation?[] _second = new Observation?[points];
    private readonly Stack<int> _again = new();
    private readonly StringBuilder _console = new();

    /// <summary>Every call has its result.</summary>
    internal bool IsComplete => _first.Count == points && _again.Count == 0;

    /// <exception cref="FrameException">Nothing more is to come, or more was printed than the worker lets pass: not the worker has sent this.</exception>
    internal void Add(CallResult result)
    {
        if (IsComplete || _console.Length + result.Console.Length > question.Limits.OutputCharacters)
        {
            throw new FrameException("a result that no call has");
        }

        _console.Append(result.Console);
        Add(Observe(result));
    }

    /// <summary>What ended the call that is running; after the last one it concerns them all.</summary>
    internal void Add(Fault fault)
    {
        if (!IsComplete)
        {
            Add(new FaultObservation(fault));
        }
        else if (fault.Kind != FaultKind.ThreadLeftRunning || !_first.Exists(observation => observation is FaultObservation))
        {
            // A call that failed says more than what it has left running.
            _first[0] = new FaultObservation(fault);
        }
    }

    internal QuestionObservations ToObservations() => new([.. _first], [.. _second.Take(_first.Count)], _console.ToString());

    private void Add(Observation observation)
    {
        if (_first.Count < points)
        {
            if (observation is ReturnedValue && areRepeated)
            {
                _again.Push(_first.Count);
            }

            _first.Add(observation);
        }
        else if (_again.TryPop(out int point))
        {
            _second[point] = observation;
            if (observation is FaultObservation { Fault.Kind: not FaultKind.Exception })
            {
                // A crash or hang counts at its point, whichever of the two calls it was.
                _first[point] = observation;
            }
        }
    }

    /// <summary>What stands in a result comes from a stranger's process and may be anything.</summary>
    private Observation Observe(CallResult result) => result switch
    {
        CallReturned returned when !WireMapping.HasPartsOf(returned.Value, question.Answer.Judged) =>
            new FaultObservation(new Fault(FaultKind.WrongShape, "the answer does not have the parts that it should have")),
        CallReturned returned => new ReturnedValue(
            WireMapping.FromWire(returned.Value, question.Answer.Judged),
            [.. returned.ChangedArguments.Distinct().Select(NameOf).OfType<string>()],
            NameOf(returned.ReturnedArgument)),
        CallFailed failed => new FaultObservation(new Fault(
            KindOf(failed.Outcome), Cut(failed.Message), failed.Line > 0 ? new SourceLine(Cut(failed.File), failed.Line) : null)),
        _ => throw new InvalidOperationException($"unknown result {result.GetType()}"),
    };

    private string? NameOf(int place) => _places.ElementAtOrDefault(place);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private static FaultKind KindOf(CallOutcome outcome) => outcome switch
    {
        CallOutcome.OutOfMemory => FaultKind.MemoryLimit,
        CallOutcome.TooMuchOutput => FaultKind.OutputLimit,
        CallOutcome.NoValue => FaultKind.WrongShape,
        _ => FaultKind.Exception,
    };
}
