namespace Autograder.Sandbox.Frames;

/// <summary>A value on its way between grader and worker. Bare data: whoever receives it checks what it means.</summary>
public abstract record WireValue;

/// <param name="Extents">None for a number, one for a vector, two for a matrix.</param>
/// <param name="Entries">Row-major.</param>
public sealed record WireNumbers(int[] Extents, double[] Entries) : WireValue;

public sealed record WireText(string Text) : WireValue;

public sealed record WireTexts(string[] Texts) : WireValue;

public sealed record WireGroup(WireValue[] Members) : WireValue;

/// <summary>What the static method <paramref name="Factory"/> ("Namespace.Type.Method") returns for the arguments.</summary>
public sealed record WireFunction(string Factory, WireValue[] Arguments) : WireValue;
