using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Autograder.Engine.Specs.Documents;

[Description("A homework: its questions, how they are answered in C#, and how the answers are judged.")]
internal sealed class AssignmentDocument : SpecDocument
{
    [Public, Required, Description("A short name in kebab case; it never changes, because points are drawn from it where there is no seed.")]
    public TextForm? Id { get; set; }

    [Public, Required, Description("What students call the homework.")]
    public TextForm? Title { get; set; }

    [Public, Required, Description("The C# file with the functions that the homework itself states; public.")]
    public TextForm? Given { get; set; }

    [Description("The C# file with the answers; for staff only. Absent in what students get, which is checked without a key.")]
    public TextForm? Reference { get; set; }

    [Description("What the points of grading are drawn from, for the staff only: any text that students cannot guess. Without it they are drawn from the id, which students know.")]
    public TextForm? Seed { get; set; }

    [Public, Description("The values that named sizes take, such as N: 3..7. All sizes of a question are distinct at every point.")]
    public SpecMap<SizeRangeForm>? Sizes { get; set; }

    [Public, Description("What each question's code may use, unless the question says otherwise.")]
    public LimitsDocument? Limits { get; set; }

    [Description("What it costs to hand in after the due date that the platform says: on Gradescope.")]
    public LateDocument? Late { get; set; }

    [Description("How many attempts are graded: on Gradescope.")]
    public AttemptsDocument? Attempts { get; set; }

    [Public, Required, Description("In the order in which students meet them.")]
    public SpecList<QuestionDocument>? Questions { get; set; }
}

internal sealed class QuestionDocument : SpecDocument
{
    [Public, Required, Description("As the homework numbers it, in quotes: \"2.1\".")]
    public TextForm? Id { get; set; }

    [Public, Required, Description("A line that names the question.")]
    public TextForm? Title { get; set; }

    [Public, Description("A number greater than 0, or none for an item that is not scored. Absent where each part has points.")]
    public PointsForm? Points { get; set; }

    [Public, Description("true for points on top of the homework's.")]
    public TruthForm? Bonus { get; set; }

    [Description("When students see what it came to: visible (unless given), after-due-date, after-published or hidden. On Gradescope; where something is not visible, the total is not either.")]
    public VisibilityForm? Visibility { get; set; }

    [Public, Required, Description("Markdown with LaTeX, complete enough to answer from.")]
    public TextForm? Statement { get; set; }

    [Public, Required, Description("The C# signature of the method that answers it.")]
    public TextForm? Answer { get; set; }

    [Public, Description("For each delegate of the answer, in order, what it is applied to: inputs, or delegates before it. For an answer that is one delegate: { answer: [x] }.")]
    public SpecMap<SpecList<TextForm>>? Apply { get; set; }

    [Description("In what students get, where no key has them: the sizes of the answer by member, { answer: [m, n] } for one that is a single value.")]
    public SpecMap<ExtentsForm>? AnswerSizes { get; set; }

    [Public, Description("What the answer is the answer of. For an answer with named parts, 'parts' may stand in its place.")]
    public DefinitionDocument? Definition { get; set; }

    [Public, Description("For a tuple: what each member is the answer of, by name. Points stand at each part, or at the question for all together.")]
    public SpecMap<PartDocument>? Parts { get; set; }

    [Description("Other right answers, which must pass: C# as in a misconception's answer.")]
    public SpecList<TextForm>? Accepts { get; set; }

    [Description("Wrong answers that students are known to give; an answer that equals one at every point is told so.")]
    public SpecList<MisconceptionDocument>? Misconceptions { get; set; }

    [Description("What the right answer is the sum of, by name: C# over inputs, sizes and the staff's functions. For a tuple, terms stand in 'parts'.")]
    public SpecMap<TextForm>? Terms { get; set; }

    [Description("What every right answer satisfies, such as rows that add up to 0.")]
    public SpecList<ConditionDocument>? Invariants { get; set; }

    [Description("Credit and hints for mistakes that the grader recognises by itself, by the id of the diagnosis: factor/N, transposed, missing-term/penalty.")]
    public SpecMap<RemedyDocument>? Diagnoses { get; set; }

    [Description("The earlier answers that this one builds on. An answer that is right except for a wrong earlier one earns a share.")]
    public FollowThroughDocument? FollowThrough { get; set; }

    [Public, Description("Where each parameter of the answer is drawn from. Further names are latent: functions and expressions use them.")]
    public SpecMap<InputDocument>? Inputs { get; set; }

    [Public, Description("Sizes for this question alone.")]
    public SpecMap<SizeRangeForm>? Sizes { get; set; }

    [Public, Description("C# conditions over inputs, sizes and given functions that every random point satisfies.")]
    public SpecList<TextForm>? Constraints { get; set; }

    [Public, Description("Labelled points on top of the random ones.")]
    public SpecList<SpecialPointDocument>? SpecialPoints { get; set; }

    [Public, Description("When two numbers agree.")]
    public ToleranceDocument? Tolerance { get; set; }

    [Public, Description("What this question's code may use.")]
    public LimitsDocument? Limits { get; set; }
}

internal sealed class InputDocument : SpecDocument
{
    [Public, Description("The length of a vector or [rows, columns]; absent for a number.")]
    public ExtentsForm? Size { get; set; }

    [Public, Description("signed (default), positive, binary (labels) or integer.")]
    public ValuesForm? Values { get; set; }

    [Public, Description("Bounds of |entry|; 0.3..1.5 unless given.")]
    public MagnitudeForm? Magnitude { get; set; }

    [Public, Description("A C# expression over the sizes and the inputs above, whose value it is at every point; it is not drawn.")]
    public TextForm? Computed { get; set; }

    [Public, Description("Data from an IDX file, the format of MNIST; the same at every point.")]
    public IdxDocument? Idx { get; set; }

    [Public, Description("For a delegate: calls of factories in Given, such as Waves(A, B). All lists of a question are used in step.")]
    public SpecList<TextForm>? Function { get; set; }
}

internal sealed class IdxDocument : SpecDocument
{
    [Public, Required, Description("The file, beside the spec; .gz is unpacked. Images become rows of pixels from 0 to 1, labels a vector.")]
    public TextForm? File { get; set; }

    [Public, Description("The first item, counted from 0; 0 unless given.")]
    public IndexForm? First { get; set; }

    [Public, Required, Description("How many items.")]
    public CountForm? Count { get; set; }
}

internal sealed class SpecialPointDocument : SpecDocument
{
    [Public, Required, Description("What is special about it; students see it.")]
    public TextForm? Label { get; set; }

    [Public, Description("Sizes at this point.")]
    public SpecMap<SizeForm>? Sizes { get; set; }

    [Public, Description("Inputs that are fixed: numbers, lists, or a C# expression over the other inputs.")]
    public SpecMap<SpecialInputForm>? Inputs { get; set; }
}

internal sealed class ToleranceDocument : SpecDocument
{
    [Public, Description("Relative difference up to which values agree; 1e-7 unless given.")]
    public RelativeForm? Relative { get; set; }

    [Public, Description("Relative difference beyond which they differ; 1e-4 unless given.")]
    public RelativeForm? Reject { get; set; }

    [Public, Description("Share of the largest entry below which entries are measured against that share; 1e-3 unless given.")]
    public RelativeForm? SmallEntry { get; set; }

    [Public, Description("For answers rounded to so many decimals: half a unit of the last one is right, a whole one looks truncated.")]
    public DecimalsForm? Decimals { get; set; }

    [Public, Description("Share of the points for an answer between relative and reject; 0.5 unless given.")]
    public ShareForm? ImpreciseCredit { get; set; }
}

internal sealed class LimitsDocument : SpecDocument
{
    [Public, Description("Wall-clock seconds of one call; 10 unless given.")]
    public SecondsForm? CallSeconds { get; set; }

    [Public, Description("Processor seconds of one call; 2 unless given.")]
    public SecondsForm? CallCpuSeconds { get; set; }

    [Public, Description("Wall-clock seconds of a submission; 120 unless given. Only for the whole homework.")]
    public SecondsForm? SubmissionSeconds { get; set; }

    [Public, Description("Processor seconds of a submission; 60 unless given. Only for the whole homework.")]
    public SecondsForm? SubmissionCpuSeconds { get; set; }

    [Public, Description("MiB of the managed heap; 256 unless given. Only for the whole homework.")]
    public MebibytesForm? MemoryMebibytes { get; set; }

    [Public, Description("Characters that a question may print; 262144 unless given.")]
    public CountForm? OutputCharacters { get; set; }

    [Public, Description("Characters that a submission may print; 2097152 unless given. Only for the whole homework.")]
    public CountForm? SubmissionOutputCharacters { get; set; }
}
