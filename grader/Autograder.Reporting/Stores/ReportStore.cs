using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Stores;

/// <summary>
/// Reports in a folder, a file each, named by their keys. A file begins with the checksum of the rest: what a lost current has left of one is not
/// whole, and then is not there. What is kept is a report to the last bit, not report.json, which rounds and cuts for its readers.
/// </summary>
public sealed class ReportStore(string folder) : IReportStore
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ExactText() },
    };

    private int _found;

    /// <summary>How many were there already.</summary>
    public int Found => _found;

    public GradeReport? Find(string key)
    {
        GradeReport? report = Read(key);
        if (report is not null)
        {
            Interlocked.Increment(ref _found);
        }

        return report;
    }

    private GradeReport? Read(string key)
    {
        try
        {
            string[] kept = File.ReadAllText(PathOf(key)).Split('\n', 2);
            return kept is [var checksum, var json] && checksum == ChecksumOf(json) ? JsonSerializer.Deserialize<GradeReport>(json, Options) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return null;
        }
    }

    public void Keep(string key, GradeReport report)
    {
        string json = JsonSerializer.Serialize(report, Options);
        AtomicFile.Write(PathOf(key), $"{ChecksumOf(json)}\n{json}");
    }

    /// <summary>Many files in one folder are slow on some disks.</summary>
    private string PathOf(string key) => Path.Combine(folder, key[..2], key);

    private static string ChecksumOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Programs print halves of surrogate pairs, which neither UTF-8 nor JSON can say: such a text is kept as its UTF-16.</summary>
    private sealed class ExactText : JsonConverter<string>
    {
        private const char Mark = '\uFDD0';

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string text = reader.GetString()!;
            return text.StartsWith(Mark) ? new string(MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(text[1..]))) : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(IsPlain(value) ? value : Mark + Convert.ToBase64String(MemoryMarshal.AsBytes(value.AsSpan())));

        private static bool IsPlain(string text) => !text.StartsWith(Mark) && !text.EnumerateRunes().Contains(Rune.ReplacementChar);
    }
}
