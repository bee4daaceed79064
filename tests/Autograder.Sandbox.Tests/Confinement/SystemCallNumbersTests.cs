using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Autograder.Sandbox.Confinement;

namespace Autograder.Sandbox.Tests.Confinement;

/// <summary>A wrong number would allow one call for another: each is held against the kernel's own headers.</summary>
public sealed partial class SystemCallNumbersTests
{
    [Fact]
    public void Numbers_of_x86_64_are_the_kernels() => AssertNumbers(Architecture.X64, "/usr/include/x86_64-linux-gnu/asm/unistd_64.h");

    [Fact]
    public void Numbers_of_arm64_are_the_kernels() => AssertNumbers(Architecture.Arm64, "/usr/include/asm-generic/unistd.h");

    [Fact]
    public void No_call_is_named_twice()
    {
        Assert.Equal(SystemCalls.Named.Count(), SystemCalls.Named.DistinctBy(call => call.Name).Count());
        foreach (Architecture architecture in (Architecture[])[Architecture.X64, Architecture.Arm64])
        {
            int[] numbers = [.. SystemCalls.Named.Select(call => call.On(architecture)).OfType<int>()];
            Assert.Equal(numbers.Length, numbers.Distinct().Count());
        }
    }

    private static void AssertNumbers(Architecture architecture, string header)
    {
        Assert.True(File.Exists(header), $"{header} is missing: install linux-libc-dev");
        Dictionary<string, int> numbers = Definition().Matches(File.ReadAllText(header))
            .GroupBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => int.Parse(group.First().Groups["number"].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.NotEmpty(numbers);
        Assert.All(SystemCalls.Named, call =>
            Assert.Equal((call.Name, call.On(architecture)), (call.Name, numbers.TryGetValue(call.Name, out int number) ? number : null)));
    }

    /// <summary>Calls whose name depends on the width of a file's size have a number with a name of its own: __NR3264_lseek.</summary>
    [GeneratedRegex(@"^#define __NR(?:3264)?_(?<name>\w+)\s+(?<number>\d+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();
}
