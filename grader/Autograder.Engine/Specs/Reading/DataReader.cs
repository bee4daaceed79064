using Autograder.Core.Assignments;
using Autograder.Core.Values;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads inputs that are data from a file beside the spec.</summary>
internal sealed class DataReader(SpecProblems problems)
{
    /// <summary>As many numbers as fit, with all that goes along, into one message to a student's program.</summary>
    internal const int MaxEntries = 8_000_000;

    /// <returns>Null when it cannot be read, which is reported.</returns>
    internal DataDomain? Read(TextForm name, IdxDocument document)
    {
        if (document is not { File: { } file, Count: { } count })
        {
            return null;
        }

        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file.Place.File))!, file.Text);
        try
        {
            Tensor items = IdxFile.Read(path, document.First?.Value ?? 0, count.Value, MaxEntries);
            return new DataDomain(name.Text, items);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(file.Place, $"the data of '{name.Text}' cannot be read: {exception.Message}");
            return null;
        }
    }
}
