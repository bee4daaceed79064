using Autograder.Core.Verifying;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Support;

/// <summary>A copy of a homework in a folder of its own, into which a test plants mistakes.</summary>
internal sealed class PlantedHomework : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autograder-planted-");
    private readonly string _reference;

    internal PlantedHomework(string homework)
    {
        Spec = Path.Combine(_folder.FullName, "problems", homework);
        Directory.CreateDirectory(Spec);
        foreach (string file in Directory.GetFiles(Repository.PathTo("problems", homework)))
        {
            File.Copy(file, Path.Combine(Spec, Path.GetFileName(file)));
        }

        _reference = Path.Combine(_folder.FullName, "reference", string.Concat(homework.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + ".cs");
        Directory.CreateDirectory(Path.GetDirectoryName(_reference)!);
        File.Copy(Repository.PathTo("reference", Path.GetFileName(_reference)), _reference);
    }

    /// <summary>The folder with the spec.</summary>
    internal string Spec { get; }

    /// <summary>Changes the reference, where the old text stands once.</summary>
    internal PlantedHomework Key(string old, string planted) => Change(_reference, old, planted);

    /// <summary>Changes the spec, where the old text stands once.</summary>
    internal PlantedHomework Text(string old, string planted) => Change(Path.Combine(Spec, AssignmentLoader.FileName), old, planted);

    /// <summary>One question, without the others.</summary>
    internal QuestionVerification Verify(string question)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Spec);
        return Assert.Single(Verifier.Run(loaded, loaded.DefaultSeed, [question]).Questions);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private PlantedHomework Change(string file, string old, string planted)
    {
        File.WriteAllText(file, TinySpec.Replace(File.ReadAllText(file), old, planted));
        return this;
    }
}
