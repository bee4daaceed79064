using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Messages;

/// <summary>Kinds of the frames between grader and compiler.</summary>
public enum CompilerFrame : byte
{
    /// <summary>To the compiler, first: <see cref="ConfinementRequest"/>.</summary>
    Confine = ConfinementRequest.Kind,

    /// <summary>From the compiler: confined and ready.</summary>
    Ready = ConfinementRequest.Ready,

    /// <summary>To the compiler: <see cref="CompileRequest"/>.</summary>
    Compile,

    /// <summary>From the compiler: <see cref="CompileResponse"/>.</summary>
    Compiled,
}

/// <param name="Name">The name that messages show; relative to the submission.</param>
public sealed record SourceFile(string Name, byte[] Content)
{
    internal static void Write(FrameWriter writer, SourceFile file) => writer.Write(file.Name).Write(file.Content);

    internal static SourceFile Read(FrameReader reader) => new(reader.ReadString(), reader.ReadBytes());
}

/// <param name="Given">The homework's own sources, compiled in; nothing of them is reported as the student's.</param>
/// <param name="IsGated">Whether what is not available is refused; only tests of the walls behind the gate go without.</param>
public sealed record CompileRequest(SourceFile[] Given, SourceFile[] Student, bool IsGated = true)
{
    public byte[] ToFrame() => new FrameWriter((byte)CompilerFrame.Compile)
        .WriteList(Given, SourceFile.Write).WriteList(Student, SourceFile.Write).Write(IsGated).ToArray();

    public static CompileRequest From(FrameReader reader) =>
        new(reader.ReadList(SourceFile.Read), reader.ReadList(SourceFile.Read), reader.ReadBoolean());
}

/// <summary>What the compiler says at a place, line and column counted from 1.</summary>
public sealed record SourceError(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>How the codes of the grader's own errors begin: the program uses what is not available to it.</summary>
    public const string ForbiddenPrefix = "AG";

    /// <summary>Whether the program would compile, and uses what is not available to it.</summary>
    public bool IsForbidden => Code.StartsWith(ForbiddenPrefix, StringComparison.Ordinal);

    internal static void Write(FrameWriter writer, SourceError error) =>
        writer.Write(error.File).Write(error.Line).Write(error.Column).Write(error.Code).Write(error.Message);

    internal static SourceError Read(FrameReader reader) =>
        new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString(), reader.ReadString());

    /// <summary>With its place, where it has one.</summary>
    public override string ToString() => File.Length == 0 ? $"{Code}: {Message}" : $"{File}:{Line}:{Column}: {Code}: {Message}";
}

/// <summary>A method in the student's program, compiled or not.</summary>
/// <param name="ResultType">As written in C# with full names, such as MathNet.Numerics.LinearAlgebra.Vector&lt;double&gt;.</param>
/// <param name="WhyNotCallable">Empty, or why the grader cannot call it (generic, abstract, no empty constructor …).</param>
/// <param name="Errors">Why its body was left out; empty when it compiled.</param>
public sealed record MethodDescription(
    MethodPlace Place,
    string ResultType,
    string[] ParameterTypes,
    string WhyNotCallable,
    string File,
    int Line,
    int Column,
    SourceError[] Errors)
{
    internal static void Write(FrameWriter writer, MethodDescription method) => writer
        .Write(method.Place.Type).Write(method.Place.Method).Write(method.Place.Overload)
        .Write(method.ResultType)
        .WriteList(method.ParameterTypes, (inner, type) => inner.Write(type))
        .Write(method.WhyNotCallable)
        .Write(method.File).Write(method.Line).Write(method.Column)
        .WriteList(method.Errors, SourceError.Write);

    internal static MethodDescription Read(FrameReader reader) => new(
        new MethodPlace(reader.ReadString(), reader.ReadString(), reader.ReadInt32()),
        reader.ReadString(),
        reader.ReadList(inner => inner.ReadString()),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadInt32(),
        reader.ReadInt32(),
        reader.ReadList(SourceError.Read));
}

/// <param name="Program">Null when the sources do not compile even without the bodies that have errors.</param>
/// <param name="Errors">Every error in the student's sources, in order of place.</param>
/// <param name="WhyNot">Why there is neither a program nor a place to show for it; empty otherwise.</param>
public sealed record CompileResponse(ProgramImage? Program, SourceError[] Errors, MethodDescription[] Methods, string WhyNot = "")
{
    /// <summary>A source that is not compiled at all.</summary>
    public static CompileResponse Refused(string why) => new(null, [], [], why);

    public byte[] ToFrame()
    {
        var writer = new FrameWriter((byte)CompilerFrame.Compiled);
        writer.Write(Program is not null);
        if (Program is not null)
        {
            writer.Write(Program.Assembly).Write(Program.Symbols);
        }

        return writer.WriteList(Errors, SourceError.Write).WriteList(Methods, MethodDescription.Write).Write(WhyNot).ToArray();
    }

    public static CompileResponse From(FrameReader reader)
    {
        ProgramImage? program = reader.ReadBoolean() ? ProgramImage.From(reader) : null;
        var response = new CompileResponse(
            program, reader.ReadList(SourceError.Read), reader.ReadList(MethodDescription.Read), reader.ReadString());
        reader.ExpectEnd();
        return response;
    }
}
