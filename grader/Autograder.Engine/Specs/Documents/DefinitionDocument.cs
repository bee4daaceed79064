using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Autograder.Engine.Specs.Documents;

[Description("Exactly one of the kinds, with what belongs to it.")]
internal class DefinitionDocument : SpecDocument
{
    [Public, Description("The derivative of this given scalar function of a scalar.")]
    public TextForm? DerivativeOf { get; set; }

    [Public, Description("The gradient of this given scalar function; it has the shape of the variable.")]
    public TextForm? GradientOf { get; set; }

    [Public, Description("The Jacobian of this given function: the indices of the output, then those of the variable.")]
    public TextForm? JacobianOf { get; set; }

    [Public, Description("The second derivative of this given function: the indices of the output, if any, then those of the variable, twice.")]
    public TextForm? HessianOf { get; set; }

    [Public, Description("The variable at which this given scalar function is smallest.")]
    public TextForm? MinimiserOf { get; set; }

    [Public, Description("The variable after a step of gradient descent on this given scalar function, every gradient at the old values. Compared as a step.")]
    public TextForm? StepOf { get; set; }

    [Public, Description("The value of the Taylor polynomial of this given scalar function at the variable.")]
    public TextForm? TaylorOf { get; set; }

    [Public, Description("The parameter of the given function that is varied.")]
    public TextForm? WithRespectTo { get; set; }

    [Public, Description("For step-of: the learning rate, a number or the name of an input.")]
    public RateForm? Rate { get; set; }

    [Public, Description("For taylor-of: 1 or 2.")]
    public OrderForm? Order { get; set; }

    [Public, Description("For taylor-of: the point of expansion.")]
    public NumbersForm? Around { get; set; }

    [Public, Description("Another form of this given function.")]
    [DisplayName("equals")]
    public TextForm? EqualTo { get; set; }

    [Public, Description("Whatever the reference returns.")]
    public ValueDocument? Value { get; set; }

    [Public, Description("The extents of something, as whole numbers.")]
    public ValueDocument? Shape { get; set; }

    [Description("Any answer that meets these conditions; the reference is one of them.")]
    public SpecList<ConditionDocument>? Satisfies { get; set; }

    [Public, Description("Trained weights, judged by a number that is computed from them. Members have the names of the initial weights.")]
    public TrainingDocument? Training { get; set; }

    [Public, Description("Exactly one of these options: key and text.")]
    public SpecMap<TextForm>? Choice { get; set; }

    [Public, Description("Any set of these options: key and text.")]
    public SpecMap<TextForm>? Choices { get; set; }

    [Public, Description("A short text, equal to the reference's.")]
    public ValueDocument? Blank { get; set; }

    [Public, Description("Prose for a person to judge; the grader keeps it and scores nothing.")]
    public ValueDocument? Text { get; set; }
}

[Description("Nothing more to say: {}")]
internal sealed class ValueDocument : SpecDocument;

[Description("A part of an answer: what it is the answer of, and its points if it has its own.")]
internal sealed class PartDocument : DefinitionDocument
{
    [Public, Description("A number greater than 0; either every part has points or the question.")]
    public NumberForm? Points { get; set; }

    [Description("What the part is the sum of, by name: C# over inputs, sizes and the staff's functions.")]
    public SpecMap<TextForm>? Terms { get; set; }
}

internal sealed class ConditionDocument : SpecDocument
{
    [Required, Description("A C# condition over inputs, sizes, the staff's functions and answer; members of a tuple are answer.name.")]
    public TextForm? Condition { get; set; }

    [Required, Description("What the student is told when it does not hold; it gives no answer away.")]
    public TextForm? Otherwise { get; set; }
}

internal sealed class MisconceptionDocument : SpecDocument
{
    [Required, Description("A short name in kebab case; it never changes, because statistics go by it.")]
    public TextForm? Id { get; set; }

    [Required, Description("What the mistake makes of the answer: C# over inputs, sizes and the staff's functions, or the name of a method of the reference with the answer's parameters.")]
    public TextForm? Answer { get; set; }

    [Required, Description("Where to look, without the answer. A list when there is more to say to those who try again.")]
    public HintsForm? Hint { get; set; }

    [Description("Share of the points that such an answer earns; 0 unless given.")]
    public ShareForm? Credit { get; set; }
}

internal sealed class RemedyDocument : SpecDocument
{
    [Description("In the place of the grader's own hint. A list when there is more to say to those who try again.")]
    public HintsForm? Hint { get; set; }

    [Description("Share of the points that such an answer earns; 0 unless given.")]
    public ShareForm? Credit { get; set; }
}

internal sealed class FollowThroughDocument : SpecDocument
{
    [Required, Description("The ids of earlier questions, all of whose inputs this one has, too, by the names that 'answer' gives to their answers: { dW: \"4.2\" }.")]
    public SpecMap<TextForm>? From { get; set; }

    [Required, Description("The right answer, given the earlier ones: C# over their names, inputs, sizes and the staff's functions.")]
    public TextForm? Answer { get; set; }

    [Required, Description("Share of the points for an answer that is right in this way only, greater than 0.")]
    public ShareForm? Share { get; set; }
}

[Description("A measure, and at-least or at-most.")]
internal sealed class TrainingDocument : SpecDocument
{
    [Public, Description("A C# number over inputs, sizes, the staff's functions and answer, such as the accuracy on inputs that are no parameters.")]
    public TextForm? Measure { get; set; }

    [Public, Description("The number must be this or more.")]
    public NumberForm? AtLeast { get; set; }

    [Public, Description("The number must be this or less.")]
    public NumberForm? AtMost { get; set; }
}
