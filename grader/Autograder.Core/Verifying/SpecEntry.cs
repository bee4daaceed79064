namespace Autograder.Core.Verifying;

/// <summary>What a question has, in its spec or in the reference, and a failure may be about.</summary>
/// <param name="Name">Its id, name or text; empty where a question has only one.</param>
/// <param name="Part">The part of a tuple to which it belongs; empty for the answer as a whole.</param>
public readonly record struct SpecEntry(SpecEntryKind Kind, string Name = "", string Part = "");

public enum SpecEntryKind
{
    /// <summary>The method of the reference that answers the question.</summary>
    Key,

    /// <summary>Another right answer, by its text.</summary>
    Accepted,

    /// <summary>A misconception, by its id.</summary>
    Misconception,

    /// <summary>All terms of a sum.</summary>
    Terms,

    /// <summary>A term, by its name.</summary>
    Term,

    /// <summary>An invariant, by its condition.</summary>
    Invariant,

    /// <summary>What follows from earlier answers.</summary>
    FollowThrough,

    /// <summary>An input, by its name.</summary>
    Input,
}
