using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Autograder.Engine.Specs.Documents;

[Description("A homework: its questions, how they are answered in C#, and how the answers are judged.")]
internal sealed class AssignmentDocument : SpecDocument
{
    [Required, Description("A short name in kebab case; it never changes, because points are drawn from it.")]
    public TextForm? Id { get; set; }

    [Required, Description("What students call the homework.")]
    public TextForm? Title { get; set; }

    [Required, Description("The C# file with the functions that the homework itself states; public.")]
    public TextForm? Given { get; set; }

    [Required, Description("The C# file with the answers; for staff only.")]
    public TextForm? Reference { get; set; }

    [Description("The values that named sizes take, such as N: 3..7. All sizes of a question are distinct at every point.")]
    public SpecMap<SizeRangeForm>? Sizes { get; set; }

    [Description("What each question's code may use, unless the question says otherwise.")]
    public LimitsDocument? Limits { get; set; }

    [Required, Description("In the order in which students meet them.")]
    public SpecList<QuestionDocument>? Questions { get; set; }
}

internal sealed class QuestionDocument : SpecDocument
{
    [Required, Description("As the homework numbers it, in quotes: \"2.1\".")]
    public TextForm? Id { get; set; }

    [Required, Description("A line that names the question.")]
    public TextForm? Title { get; set; }

    [Required, Description("A number greater than 0, or none for an item that is not scored.")]
    public PointsForm? Points { get; set; }

    [Required, Description("Markdown with LaTeX, complete enough to answer from.")]
    public TextForm? Statement { get; set; }

    [Required, Description("The C# signature of the method that answers it.")]
    public TextForm? Answer { get; set; }

    [Description("For each delegate of the answer, in order, what it is applied to: inputs, or delegates before it. For an answer that is one delegate: { answer: [x] }.")]
    public SpecMap<SpecList<TextForm>>? Apply { get; set; }

    [Required, Description("What the answer is the answer of.")]
    public DefinitionDocument? Definition { get; set; }

    [Description("Where each parameter of the answer is drawn from. Further names are latent: functions and expressions use them.")]
    public SpecMap<InputDocument>? Inputs { get; set; }

    [Description("Sizes for this question alone.")]
    public SpecMap<SizeRangeForm>? Sizes { get; set; }

    [Description("C# conditions over inputs, sizes and given functions that every random point satisfies.")]
    public SpecList<TextForm>? Constraints { get; set; }

    [Description("Labelled points on top of the random ones.")]
    public SpecList<SpecialPointDocument>? SpecialPoints { get; set; }

    [Description("When two numbers agree.")]
    public ToleranceDocument? Tolerance { get; set; }

    [Description("What this question's code may use.")]
    public LimitsDocument? Limits { get; set; }
}

[Description("Exactly one of the kinds.")]
internal sealed class DefinitionDocument : SpecDocument
{
    [Description("The derivative of this given scalar function of a scalar.")]
    public TextForm? DerivativeOf { get; set; }

    [Description("The gradient of this given scalar function; it has the shape of the variable.")]
    public TextForm? GradientOf { get; set; }

    [Description("The Jacobian of this given vector function: a row per output.")]
    public TextForm? JacobianOf { get; set; }

    [Description("The Hessian of this given scalar function.")]
    public TextForm? HessianOf { get; set; }

    [Description("The variable at which this given scalar function is smallest.")]
    public TextForm? MinimiserOf { get; set; }

    [Description("The parameter of the given function that is varied.")]
    public TextForm? WithRespectTo { get; set; }

    [Description("Another form of this given function.")]
    [DisplayName("equals")]
    public TextForm? EqualTo { get; set; }

    [Description("Whatever the reference returns.")]
    public ValueDocument? Value { get; set; }

    [Description("Exactly one of these options: key and text.")]
    public SpecMap<TextForm>? Choice { get; set; }

    [Description("Any set of these options: key and text.")]
    public SpecMap<TextForm>? Choices { get; set; }

    [Description("A short text, equal to the reference's.")]
    public ValueDocument? Blank { get; set; }

    [Description("Prose for a person to judge; the grader keeps it and scores nothing.")]
    public ValueDocument? Text { get; set; }
}

[Description("Nothing more to say: {}")]
internal sealed class ValueDocument : SpecDocument;

internal sealed class InputDocument : SpecDocument
{
    [Description("The length of a vector or [rows, columns]; absent for a number.")]
    public ExtentsForm? Size { get; set; }

    [Description("signed (default), positive, binary (labels) or integer.")]
    public ValuesForm? Values { get; set; }

    [Description("Bounds of |entry|; 0.3..1.5 unless given.")]
    public MagnitudeForm? Magnitude { get; set; }

    [Description("For a delegate: calls of factories in Given, such as Waves(A, B). All lists of a question are used in step.")]
    public SpecList<TextForm>? Function { get; set; }
}

internal sealed class SpecialPointDocument : SpecDocument
{
    [Required, Description("What is special about it; students see it.")]
    public TextForm? Label { get; set; }

    [Description("Sizes at this point.")]
    public SpecMap<SizeForm>? Sizes { get; set; }

    [Description("Inputs that are fixed: numbers, lists, or a C# expression over the other inputs.")]
    public SpecMap<SpecialInputForm>? Inputs { get; set; }
}

internal sealed class ToleranceDocument : SpecDocument
{
    [Description("Relative difference up to which values agree; 1e-7 unless given.")]
    public RelativeForm? Relative { get; set; }

    [Description("Relative difference beyond which they differ; 1e-4 unless given.")]
    public RelativeForm? Reject { get; set; }

    [Description("Share of the largest entry below which entries are measured against that share; 1e-3 unless given.")]
    public RelativeForm? SmallEntry { get; set; }

    [Description("Share of the points for an answer between relative and reject; 0.5 unless given.")]
    public ShareForm? ImpreciseCredit { get; set; }
}

internal sealed class LimitsDocument : SpecDocument
{
    [Description("Wall-clock seconds of one call; 10 unless given.")]
    public SecondsForm? CallSeconds { get; set; }

    [Description("Processor seconds of one call; 2 unless given.")]
    public SecondsForm? CallCpuSeconds { get; set; }

    [Description("Wall-clock seconds of a submission; 120 unless given. Only for the whole homework.")]
    public SecondsForm? SubmissionSeconds { get; set; }

    [Description("Processor seconds of a submission; 60 unless given. Only for the whole homework.")]
    public SecondsForm? SubmissionCpuSeconds { get; set; }

    [Description("MiB of the managed heap; 256 unless given. Only for the whole homework.")]
    public MebibytesForm? MemoryMebibytes { get; set; }

    [Description("Characters that a question may print; 262144 unless given.")]
    public CountForm? OutputCharacters { get; set; }

    [Description("Characters that a submission may print; 2097152 unless given. Only for the whole homework.")]
    public CountForm? SubmissionOutputCharacters { get; set; }
}
