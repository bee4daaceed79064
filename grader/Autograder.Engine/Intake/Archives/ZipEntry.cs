using System.Collections.Immutable;

namespace Autograder.Engine.Intake.Archives;

/// <summary>What the directory of a zip archive says of a file in it; none of it is relied on where it matters.</summary>
/// <param name="RawName">As it stands in the archive; the file's own header must say the same.</param>
/// <param name="Names">Folders, and the file: none is empty, "." or "..".</param>
/// <param name="WhyNot">Why it is not read; follows "because".</param>
/// <param name="Method">0 for stored, 8 for deflated.</param>
/// <param name="Offset">Of the file's own header.</param>
internal sealed record ZipEntry(
    ReadOnlyMemory<byte> RawName, ImmutableArray<string> Names, string? WhyNot, int Method, uint Offset, uint CompressedBytes, uint Bytes);

/// <summary>A file is no zip archive, or none of a kind that is read here. The message follows "because".</summary>
internal sealed class ZipException(string message) : Exception(message);
