using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Engine.Compiling;
using Autograder.Engine.Sandboxing;
using Autograder.Engine.Tests.Execution;
using Autograder.Reporting.Gradescope;
using Autograder.Reporting.Reports;
using Autograder.Sandbox.Confinement;

namespace Autograder.Engine.Tests.Attacks;

/// <param name="Said">What the verdict says.</param>
/// <param name="Reached">What the attack has achieved outside of its own process; empty when it was held.</param>
/// <param name="Broken">What no attack may do to the grader, however little holds it; empty when all is well.</param>
internal sealed record AttackResult(Outcome Outcome, string Said, string[] Reached, string[] Broken);

/// <summary>Grades one attack in workers of its own, and looks afterwards at what has become of everything.</summary>
internal sealed class AttackRun
{
    /// <summary>What an attack says that has achieved something.</summary>
    internal const string ThroughMark = "through: ";

    /// <summary>On top of the managed heap's limit: 256 MiB for the runtime, 64 MiB of files that it has mapped.</summary>
    private const long OverheadBytes = (256L + 64) << 20;

    /// <summary>Far from what any attack needs: to see that it ends at all, on a machine however busy.</summary>
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(100);
    private readonly Attack _attack;
    private readonly Limits _limits;
    private readonly AttackTargets _targets;
    private readonly string _mark;
    private long _peakBytes;

    private AttackRun(Attack attack, AttackTargets targets, string mark)
    {
        (_attack, _targets, _mark) = (attack, targets, mark);
        _limits = attack.IsHasty ? ThreeQuestions.Hasty : ThreeQuestions.Patient;
    }

    internal static AttackResult Of(Attack attack, Layers layers, CompilerClient compiler, int sibling)
    {
        using var targets = new AttackTargets();

        // Workers that can be told from all others.
        string folder = Directory.CreateTempSubdirectory("autograder-attack-").FullName;
        try
        {
            string installed = ProcessPaths.Installed.Worker;
            Directory.CreateSymbolicLink(Path.Combine(folder, "worker"), Path.GetDirectoryName(installed)!);
            ProcessPaths paths = ProcessPaths.Installed with
            {
                Worker = Path.Combine(folder, "worker", Path.GetFileName(installed)),
                Sandbox = new ChosenSandbox(layers, layers.Level(), SandboxLevel.None),
            };
            return new AttackRun(attack, targets, folder).Grade(paths, compiler, sibling);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private AttackResult Grade(ProcessPaths paths, CompilerClient compiler, int sibling)
    {
        var submission = Programs.Submission(AttackProgram.Source(_attack, _targets, sibling));
        using var isOver = new ManualResetEventSlim();
        Thread? watch = _attack.FillsMemory ? Watch(isOver) : null;
        var clock = Stopwatch.StartNew();
        GradeReport report = ThreeQuestions.Grader(paths, compiler, _limits).GradeAsync(submission).WaitAsync(LongestTime).GetAwaiter().GetResult();
        clock.Stop();
        isOver.Set();
        watch?.Join();
        string said = string.Join(' ', report.Questions[1].Feedback.Select(feedback => feedback.Rationale)) + " " + string.Join(' ', report.Notes);
        return new AttackResult(OutcomeOf(report.Questions[1]), said, [.. Reached(report)], [.. Broken(report)]);
    }

    private static Outcome OutcomeOf(QuestionGrade question) => question.Verdict switch
    {
        Verdict.Correct => Outcome.Right,
        Verdict.Fault => Enum.Parse<Outcome>(ThreeQuestions.Faults(question)[0].Kind.ToString()),
        Verdict.Wrong => Outcome.Wrong,
        _ => question.Points.IsEmpty ? Outcome.WrongShape : Outcome.None,
    };

    private IEnumerable<string> Reached(GradeReport report)
    {
        string text = ReportJson.Write(report) + GradescopeResults.Write(report);
        if (text.Contains(ThroughMark, StringComparison.Ordinal))
        {
            yield return text[text.IndexOf(ThroughMark, StringComparison.Ordinal)..].Split('"')[0];
        }

        if (text.Contains(AttackTargets.SecretText, StringComparison.Ordinal))
        {
            yield return "the secret is in the report";
        }

        foreach (string trace in _targets.Traces())
        {
            yield return trace;
        }

        if (!IsGone(_targets.SleepSeconds))
        {
            yield return "a process that it has started lives on";
        }
    }

    private IEnumerable<string> Broken(GradeReport report)
    {
        if (!_attack.SpoilsOthers && (report.Questions[0].Verdict, report.Questions[2].Verdict) is not (Verdict.Correct, Verdict.Correct))
        {
            yield return $"the other questions: {report.Questions[0].Verdict}, {report.Questions[2].Verdict}";
        }

        if (!IsGone(_mark))
        {
            yield return "a worker lives on";
        }

        if (_peakBytes > ((long)_limits.MemoryMebibytes << 20) + OverheadBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{_peakBytes >> 20} MiB in memory");
        }

        if (!IsSound(report))
        {
            yield return "the results cannot be read";
        }
    }

    /// <summary>Valid JSON, of the shape that Gradescope and replay want, and free of what a terminal would obey.</summary>
    private static bool IsSound(GradeReport report)
    {
        string results = GradescopeResults.Write(report);
        using JsonDocument document = JsonDocument.Parse(results);
        JsonElement[] tests = [.. document.RootElement.GetProperty("tests").EnumerateArray()];
        return tests.Select(test => test.GetProperty("number").GetString()).SequenceEqual(["First", "Second", "Third"])
            && tests.All(test => test.GetProperty("score").GetDouble() is >= 0 and <= 1 && test.GetProperty("output").GetString()!.All(letter => letter == '\n' || !char.IsControl(letter)))
            && ReportJson.Read(ReportJson.Write(report)).IsIntact;
    }

    private static bool IsGone(string mark) =>
        SpinWait.SpinUntil(() => WorkersWith(mark).Length == 0, TimeSpan.FromSeconds(10));

    private Thread Watch(ManualResetEventSlim isOver)
    {
        var thread = new Thread(() =>
        {
            while (!isOver.Wait(TimeSpan.FromMilliseconds(20)))
            {
                _peakBytes = WorkersWith(_mark).Select(PeakBytes).Append(_peakBytes).Max();
            }
        });
        thread.Start();
        return thread;
    }

    private static string[] WorkersWith(string mark) =>
        [.. Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])
            && TextOf($"{path}/cmdline").Contains(mark, StringComparison.Ordinal))];

    private static long PeakBytes(string process) => TextOf($"{process}/status").Split('\n').FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10
        : 0;

    /// <summary>Empty when the process has ended between being listed and being read.</summary>
    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
