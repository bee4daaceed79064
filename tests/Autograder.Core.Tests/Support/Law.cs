using FsCheck;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Support;

/// <summary>States that something holds for every drawn case. A failure prints the case and the seed that draws it again.</summary>
internal static class Law
{
    internal static void Holds<T>(Gen<T> cases, Func<T, bool> law, int times = 200) =>
        Prop.ForAll(cases.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>For laws about whole plans, which are drawn from a seed.</summary>
    internal static void HoldsForAnySeed(Func<string, bool> law, int times = 20) =>
        Holds(Draw.Seeds, law, times);
}
