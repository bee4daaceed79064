using Autograder.Core.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Autograder.Cli.Display;

/// <summary>While a class is graded: a bar on standard error with the rate, the time that is left and the faults so far, where that is a terminal.</summary>
/// <param name="found">How many of them have been found graded already.</param>
internal sealed class GradingProgress(int submissions, Func<int> found, TimeProvider clock)
{
    private const int BarWidth = 16;

    /// <summary>What stands before the faults on a line, of a large class.</summary>
    private const int WidthBeforeFaults = 66;

    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly GradingPace _pace = new(submissions, clock);

    /// <summary>Of the faults; drawn while the next is counted.</summary>
    private string _told = "";

    internal int Graded { get; private set; }

    internal Task<Gradebook> ShowAsync(Func<Action<GradeReport>, Task<Gradebook>> grade) =>
        submissions < 2 || !Consoles.IsErrorScreen
            ? grade(Count)
            : Consoles.ErrorScreen.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new TextColumn(() => _pace.Rate), new TextColumn(() => _pace.Left), new TextColumn(() => _told))
                .StartAsync(async context =>
                {
                    ProgressTask task = context.AddTask(Description, maxValue: submissions);
                    return await grade(report =>
                    {
                        Count(report);
                        task.Description = Description;
                        task.Increment(1);
                    });
                });

    /// <summary>Such as "Grading 37 of 500".</summary>
    internal string Description => $"Grading {Graded} of {submissions}";

    /// <summary>Such as "faults: 2 crash, 31 time", or "33 faults" where that is too long.</summary>
    internal string Faults(int room)
    {
        string kinds = $"faults: {string.Join(", ", _faults.Select(fault => $"{fault.Value} {fault.Key}"))}";
        int all = _faults.Values.Sum();
        return all == 0 ? "" : kinds.Length <= room ? kinds : all == 1 ? "1 fault" : $"{all} faults";
    }

    internal void Count(GradeReport report)
    {
        Graded++;
        _pace.Count(Graded, found());
        foreach (QuestionGrade question in report.Questions.Where(question => question.Verdict == Verdict.Fault))
        {
            string kind = VerdictText.Short(question);
            _faults[kind] = _faults.GetValueOrDefault(kind) + 1;
        }

        _told = Faults(Consoles.ErrorScreen.Profile.Width - WidthBeforeFaults);
    }

    private sealed class TextColumn(Func<string> text) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text());
    }
}
