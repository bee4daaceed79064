using System.Reflection;

namespace Autograder.Sandbox.Confinement;

/// <summary>Loads assemblies before they are needed: sealed, the process cannot open a file any more.</summary>
public static class Preloading
{
    /// <summary>These and all that they refer to, directly or not.</summary>
    public static void Load(IEnumerable<AssemblyName> roots)
    {
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Stack<AssemblyName>(roots);
        while (waiting.TryPop(out AssemblyName? name))
        {
            if (met.Add(name.Name!))
            {
                foreach (AssemblyName next in Assembly.Load(name).GetReferencedAssemblies())
                {
                    waiting.Push(next);
                }
            }
        }
    }
}
