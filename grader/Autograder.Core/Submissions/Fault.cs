namespace Autograder.Core.Submissions;

/// <summary>What kept a student's method from giving a value that can be judged. Data, never an exception of ours.</summary>
/// <param name="Message">For the staff: of an exception all that it says. Free of reference values.</param>
/// <param name="Line">Where in the student's file, when known.</param>
public sealed record Fault(FaultKind Kind, string Message, SourceLine? Line = null)
{
    /// <summary>The method is as the starter has it: no mistake, but work to be done.</summary>
    public bool IsNotWritten => Kind is FaultKind.Exception && Message == ThrownText.NotWritten;

    /// <summary>For the student: the message without what the program may have put into it of its inputs.</summary>
    public string MessageForStudent => Kind is FaultKind.Exception ? ThrownText.ForStudent(Message) : Message;
}

public enum FaultKind
{
    /// <summary>The method threw.</summary>
    Exception,

    /// <summary>A call took more wall-clock or processor time than it may.</summary>
    TimeLimit,

    /// <summary>More memory than allowed.</summary>
    MemoryLimit,

    /// <summary>More console output than allowed, or an answer too large to take.</summary>
    OutputLimit,

    /// <summary>The method returned, and a thread or task that it had started kept running.</summary>
    ThreadLeftRunning,

    /// <summary>A value of another shape than the question asks for, or none.</summary>
    WrongShape,

    /// <summary>NaN or infinity.</summary>
    NonFinite,

    /// <summary>The process ended: stack overflow, Environment.Exit, FailFast, a signal.</summary>
    Crash,

    /// <summary>Something that the sandbox forbids.</summary>
    Security,

    /// <summary>The worker spoke out of turn.</summary>
    Protocol,
}

/// <param name="Line">1-based.</param>
/// <param name="Column">1-based; 0 when only the line is known.</param>
public sealed record SourceLine(string File, int Line, int Column = 0)
{
    public override string ToString() => Column > 0 ? $"{File}:{Line}:{Column}" : $"{File}:{Line}";
}
