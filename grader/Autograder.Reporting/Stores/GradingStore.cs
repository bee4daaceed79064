using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Reporting.Stores;

/// <summary>
/// Reports, and what was seen of programs, in a folder, a file each, named by their keys. A file begins with the checksum of the rest: what a lost
/// current has left of one is not whole, and then is not there. What is kept is the same to the last bit; report.json rounds and cuts for its readers.
/// </summary>
public sealed class GradingStore(string folder) : IGradingStore
{
    private const string SeenFolder = "seen";

    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        IncludeFields = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ExactText(), new ExactTensor() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KindsOf<Observation>, KindsOf<Value> } },
    };

    private int _found, _foundSeen;

    /// <summary>How many reports were there already.</summary>
    public int Found => _found;

    /// <summary>Of how many programs it was known already what they answer.</summary>
    public int FoundSeen => _foundSeen;

    public GradeReport? Find(string key)
    {
        GradeReport? report = Read<GradeReport>(PathOf(key));
        if (report is not null)
        {
            Interlocked.Increment(ref _found);
        }

        return report;
    }

    public void Keep(string key, GradeReport report) => Write(PathOf(key), report);

    public ImmutableArray<QuestionObservations>? FindSeen(string key)
    {
        Seen? seen = Read<Seen>(PathOf(key, SeenFolder));
        if (seen is not null)
        {
            Interlocked.Increment(ref _foundSeen);
        }

        return seen?.Observations;
    }

    public void KeepSeen(string key, ImmutableArray<QuestionObservations> seen) => Write(PathOf(key, SeenFolder), new Seen(seen));

    private static T? Read<T>(string path)
        where T : class
    {
        try
        {
            string[] kept = File.ReadAllText(path).Split('\n', 2);
            return kept is [var checksum, var json] && checksum == ChecksumOf(json) ? JsonSerializer.Deserialize<T>(json, Options) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return null;
        }
    }

    private static void Write<T>(string path, T kept)
    {
        string json = JsonSerializer.Serialize(kept, Options);
        AtomicFile.Write(path, $"{ChecksumOf(json)}\n{json}");
    }

    /// <summary>Many files in one folder are slow on some disks.</summary>
    private string PathOf(string key, string kind = "") => Path.Combine(folder, kind, key[..2], key);

    private static string ChecksumOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>JSON says of what kind each is.</summary>
    private static void KindsOf<T>(JsonTypeInfo info)
    {
        if (info.Type == typeof(T))
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions();
            foreach (Type kind in typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T))))
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
            }
        }
    }

    private sealed record Seen(ImmutableArray<QuestionObservations> Observations);

    /// <summary>The bits of its numbers, which are fewer than their digits.</summary>
    private sealed class ExactTensor : JsonConverter<Tensor>
    {
        public override Tensor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string[] parts = reader.GetString()!.Split(' ');
            return new Tensor(
                new Shape([.. parts[1..].Select(extent => int.Parse(extent, CultureInfo.InvariantCulture))]),
                [.. MemoryMarshal.Cast<byte, double>(Convert.FromBase64String(parts[0]))]);
        }

        public override void Write(Utf8JsonWriter writer, Tensor value, JsonSerializerOptions options) => writer.WriteStringValue(string.Join(
            ' ', value.Shape.Extents.Select(extent => extent.ToString(CultureInfo.InvariantCulture)).Prepend(Convert.ToBase64String(MemoryMarshal.AsBytes(value.Entries.AsSpan())))));
    }

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
