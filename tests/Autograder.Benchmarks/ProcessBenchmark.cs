using System.Diagnostics;
using System.Xml.Linq;
using Autograder.Tests.Shared;

namespace Autograder.Benchmarks;

/// <summary>
/// Whole processes, side by side and in turn: grading one submission, and what a course would do instead, an xunit project
/// with the same questions and as many points. Both start cold; the project is restored and built once beforehand.
/// </summary>
internal static class ProcessBenchmark
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    internal static async Task RunAsync(int repeats)
    {
        string folder = Directory.CreateTempSubdirectory("autograder-benchmark-").FullName;
        WriteProject(folder);
        string[] grade =
        [
            "exec", Repository.PathTo("grader", "Autograder.Cli", "bin", Configuration, "net10.0", "autograder.dll"),
            "grade", Repository.PathTo("problems", "matrix-calculus"),
            Repository.PathTo("submissions-sample", "matrix-calculus", "correct-mathnet"),
        ];
        string answers = Path.Combine(folder, "Answers.cs");
        await DotnetAsync(folder, "test");
        Measurements ours = new("grade, one submission, cold"), theirs = new("dotnet test --no-restore, file replaced");
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            await ours.TimeAsync(() => DotnetAsync(folder, grade));

            // A changed file, as every next student's is.
            await File.AppendAllTextAsync(answers, $"// {repeat}\n");
            await theirs.TimeAsync(() => DotnetAsync(folder, "test", "--no-restore"));
        }

        Console.WriteLine(ours.Line);
        Console.WriteLine(theirs.Line);
        Console.WriteLine($"  dotnet test takes {theirs.Median / ours.Median:0.0} times as long as grade for one student.");

        string class200 = Path.Combine(folder, "class");
        int copies = CopyClass(class200, 50);
        var batch = new Measurements($"grade, {copies} submissions, two at a time");
        await batch.TimeAsync(() => DotnetAsync(folder, [.. grade[..4], class200, "--jobs", "2"]));
        Console.WriteLine(batch.Line);
        Console.WriteLine($"  In a batch of {copies}, dotnet test takes {theirs.Median * copies / batch.Median:0.0} times as long for each student.");
        Directory.Delete(folder, recursive: true);
    }

    private static int CopyClass(string to, int copies)
    {
        string source = Repository.PathTo("submissions-sample", "matrix-calculus", "correct-mathnet", "Answers.cs");
        for (int copy = 0; copy < copies; copy++)
        {
            string student = Directory.CreateDirectory(Path.Combine(to, $"student-{copy:000}")).FullName;
            File.Copy(source, Path.Combine(student, "Answers.cs"));
        }

        return copies;
    }

    private static async Task<int> DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? 0
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}{await errors}");
    }

    private static void WriteProject(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Student.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <DefaultItemExcludes>$(DefaultItemExcludes);class/**</DefaultItemExcludes>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(Packages("MathNet.Numerics", "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio"))}
              </ItemGroup>
            </Project>
            """);
        File.Copy(Repository.PathTo("problems", "matrix-calculus", "Given.cs"), Path.Combine(folder, "Given.cs"));
        File.Copy(Repository.PathTo("reference", "MatrixCalculus.cs"), Path.Combine(folder, "Reference.cs"));
        File.Copy(Repository.PathTo("submissions-sample", "matrix-calculus", "correct-mathnet", "Answers.cs"), Path.Combine(folder, "Answers.cs"));
        File.WriteAllText(Path.Combine(folder, "Tests.cs"), Tests);
    }

    private static IEnumerable<string> Packages(params string[] names) =>
        XDocument.Load(Repository.PathTo("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(package => names.Contains(package.Attribute("Include")!.Value))
            .Select(package => $"""<PackageReference Include="{package.Attribute("Include")!.Value}" Version="{package.Attribute("Version")!.Value}" />""");

    /// <summary>The same eight questions at 13 points each, called twice, as a course would write them.</summary>
    private const string Tests = """
        using System.Reflection;
        using MathNet.Numerics.LinearAlgebra;
        using Xunit;

        public class Tests
        {
            [Theory]
            [InlineData("DerivativeOfV")]
            [InlineData("LogSumExpGradient")]
            [InlineData("LogOfTwoExponentialsGradient")]
            [InlineData("CrossEntropyGradient")]
            [InlineData("WeightedLossInMatrixForm")]
            [InlineData("WeightedLossGradient")]
            [InlineData("WeightedLeastSquares")]
            [InlineData("RidgeLossGradient")]
            public void Agrees(string name)
            {
                var random = new Random(1);
                MethodInfo reference = typeof(MatrixCalculus.Reference).GetMethod(name)!;
                MethodInfo answer = Assembly.GetExecutingAssembly().GetTypes()
                    .Where(type => type != typeof(MatrixCalculus.Reference))
                    .Select(type => type.GetMethod(name)).First(method => method != null)!;
                for (int point = 0; point < 26; point++)
                {
                    int n = 7, m = 3;
                    object[] arguments = reference.GetParameters().Select(parameter => (object)(
                        parameter.ParameterType == typeof(double) ? 0.3 + random.NextDouble()
                        : parameter.ParameterType == typeof(Matrix<double>) ? Matrix<double>.Build.Dense(n, m, (_, _) => random.NextDouble() - 0.5)
                        : Vector<double>.Build.Dense(Length(name, parameter.Name!, n, m), _ => random.NextDouble()))).ToArray();
                    Assert.True(Difference(reference.Invoke(null, arguments)!, answer.Invoke(null, arguments)!) < 1e-7);
                }
            }

            private static int Length(string name, string parameter, int n, int m) => name switch
            {
                "LogOfTwoExponentialsGradient" => parameter is "b" or "d" ? n : m,
                "LogSumExpGradient" => m,
                "CrossEntropyGradient" => parameter == "w" ? m : n,
                _ => parameter == "theta" ? m : n,
            };

            private static double Difference(object expected, object actual) => (expected, actual) switch
            {
                (double left, double right) => Math.Abs(left - right),
                (Vector<double> left, Vector<double> right) => (left - right).InfinityNorm(),
                (Matrix<double> left, Matrix<double> right) => (left - right).InfinityNorm(),
                _ => double.NaN,
            };
        }
        """;
}
