using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>The points of a whole assignment with the right answers: a secret of the grader, the same for all students.</summary>
/// <param name="Seed">Draws the same plan again.</param>
public sealed record SamplePlan(string Seed, ImmutableArray<QuestionPlan> Questions)
{
    /// <summary>The key was held against its definitions at these points.</summary>
    public bool IsVerified { get; init; }
}

/// <param name="Points">Random points first, then the special ones. One point without inputs when the answer takes none.</param>
public sealed record QuestionPlan(Question Question, QuestionKey Key, ImmutableArray<PlannedPoint> Points)
{
    /// <summary>Drawn when the first wrong answer asks for them.</summary>
    public Lazy<FurtherPoints> Further { get; init; } = new(FurtherPoints.None);

    /// <summary>The homework's other questions, whose answers a student may give here by mistake.</summary>
    public ImmutableArray<KeyedQuestion> Others { get; init; } = [];
}

/// <summary>A question with what the staff's code says about it.</summary>
public sealed record KeyedQuestion(Question Question, QuestionKey Key);

/// <param name="Reference">Null for prose and for training.</param>
/// <param name="Parts">What is compared of the reference; none for choices and prose. For training, the initial weights.</param>
public sealed record PlannedPoint(SamplePoint Point, Value? Reference, ImmutableArray<ExpectedPart> Parts)
{
    /// <summary>How many times a point was drawn until this one could be used.</summary>
    public int Draws { get; init; } = 1;
}

/// <param name="Name">Empty when the answer is a single value.</param>
/// <param name="Scale">What counts as large in this part: max |entry| of the reference; never 0.</param>
/// <param name="Limit">The relative difference up to which a value agrees here.</param>
public sealed record ExpectedPart(string Name, Tensor Reference, double Scale, double Limit)
{
    /// <summary>By how much relative errors of the inputs may grow in this part; 1 where they do not.</summary>
    public double Condition { get; init; } = 1;

    /// <summary>False where nothing at hand says what is right here: then an answer is looked at for its form only.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>False where the size is not known either: such a reference has no entries.</summary>
    public bool HasShape => !Reference.Entries.IsEmpty;
}
