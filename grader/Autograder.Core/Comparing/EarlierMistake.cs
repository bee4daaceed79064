namespace Autograder.Core.Comparing;

/// <summary>What the mistake in a wrong earlier answer says of whether it was tried in earnest.</summary>
public enum EarlierMistake
{
    /// <summary>No kind of mistake that has a name.</summary>
    Unknown,

    /// <summary>Zero, constant, or without an argument that matters: such answers take no work.</summary>
    Careless,

    /// <summary>Described in part: which entries, terms or inputs are off.</summary>
    Described,

    /// <summary>The right answer rearranged or scaled, or a mistake that the spec names.</summary>
    Named,
}
