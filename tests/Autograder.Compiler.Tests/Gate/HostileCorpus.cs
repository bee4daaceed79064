namespace Autograder.Compiler.Tests.Gate;

/// <summary>What an answer has no need of, each with the name by which it is refused.</summary>
internal static class HostileCorpus
{
    /// <summary>Statements of a method: only that method is left out.</summary>
    internal static TheoryData<string, string> Statements => new()
    {
        // Files.
        { "File.ReadAllText(\"/etc/passwd\");", "System.IO.File" },
        { "foreach (var f in Directory.GetFiles(\"/\")) { }", "System.IO.Directory" },
        { "x = File.GetLastWriteTime(\"/etc/passwd\").Ticks;", "System.IO.File" },
        { "x = new FileInfo(\"/etc/passwd\").Length;", "System.IO.FileInfo" },
        { "File.WriteAllText(\"/tmp/a\", \"\");", "System.IO.File" },
        { "File.Delete(\"results.json\");", "System.IO.File" },
        { "File.CreateSymbolicLink(\"/tmp/a\", \"/etc\");", "System.IO.File" },
        { "using var s = new FileStream(\"/proc/self/fd/1\", FileMode.Open);", "System.IO.FileStream" },
        { "using var s = new StreamWriter(\"/tmp/a\");", "System.IO.StreamWriter" },
        { "System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, 4096);", "System.IO.MemoryMappedFiles.MemoryMappedFile" },
        { "using var m = new Mutex(false, \"shared\");", "System.Threading.Mutex" },
        { "System.Xml.Linq.XDocument.Load(\"/etc/passwd\");", "System.Xml.Linq.XDocument" },
        { "new System.Resources.ResourceReader(\"/etc/passwd\");", "System.Resources.ResourceReader" },
        { "TimeZoneInfo.FindSystemTimeZoneById(\"../../../etc/passwd\");", "System.TimeZoneInfo" },

        // Threads and what runs later.
        { "new Thread(() => { }).Start();", "System.Threading.Thread" },
        { "Thread.Sleep(1000);", "System.Threading.Thread" },
        { "ThreadPool.QueueUserWorkItem(_ => { });", "System.Threading.ThreadPool" },
        { "new Timer(_ => { }, null, 0, 1);", "System.Threading.Timer" },
        { "System.Runtime.InteropServices.PosixSignalRegistration.Create(default, _ => { });", "System.Runtime.InteropServices.PosixSignalRegistration" },
        { "TaskScheduler.UnobservedTaskException += (_, _) => { };", "System.Threading.Tasks.TaskScheduler.UnobservedTaskException" },
        { "AppDomain.CurrentDomain.ProcessExit += (_, _) => { };", "System.AppDomain" },

        // Processes and the network.
        { "System.Diagnostics.Process.Start(\"/bin/sh\");", "System.Diagnostics.Process" },
        { "new System.Net.Sockets.TcpClient(\"localhost\", 1);", "System.Net.Sockets.TcpClient" },
        { "new System.Net.Sockets.TcpListener(1).Start();", "System.Net.Sockets.TcpListener" },
        { "new System.Net.Sockets.UdpClient(1);", "System.Net.Sockets.UdpClient" },
        { "new System.Net.Http.HttpClient();", "System.Net.Http.HttpClient" },
        { "System.Net.Dns.GetHostName();", "System.Net.Dns" },

        // The runtime, its ends and its limits.
        { "Environment.Exit(0);", "System.Environment.Exit" },
        { "Environment.FailFast(\"\");", "System.Environment.FailFast" },
        { "x = Environment.GetEnvironmentVariables().Count;", "System.Environment.GetEnvironmentVariables" },
        { "GC.RefreshMemoryLimit();", "System.GC" },
        { "AppContext.SetData(\"GCHeapHardLimit\", 1UL << 40);", "System.AppContext" },
        { "string.Intern(\"a\" + x);", "System.String.Intern" },
        { "System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(A2));", "System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject" },
        { "System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetRemoteStackTrace(new Exception(), \"\");", "System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetRemoteStackTrace" },
        { "MathNet.Numerics.Control.UseNativeMKL();", "MathNet.Numerics.Control" },

        // The console's other ends.
        { "Console.SetOut(null!);", "System.Console.SetOut" },
        { "Console.OpenStandardOutput().WriteByte(1);", "System.Console.OpenStandardOutput" },
        { "Console.In.ReadToEnd();", "System.Console.In" },
        { "Console.CancelKeyPress += (_, _) => { };", "System.Console.CancelKeyPress" },

        // Reflection, by every door.
        { "Type.GetType(\"System.IO.File\");", "System.Type.GetType" },
        { "x = typeof(object).Assembly.GetTypes().Length;", "System.Type.Assembly" },
        { "x = x.GetType().GetMethods().Length;", "System.Type.GetMethods" },
        { "Activator.CreateInstance(typeof(A));", "System.Activator" },
        { "System.Reflection.Assembly.Load([]);", "System.Reflection.Assembly" },
        { "new System.Runtime.Loader.AssemblyLoadContext(null);", "System.Runtime.Loader.AssemblyLoadContext" },
        { "Func<double, double> f = Math.Sin; var m = f.Method;", "System.Delegate.Method" },
        { "Func<double, double> f = Math.Sin; f.DynamicInvoke(1.0);", "System.Delegate.DynamicInvoke" },
        { "try { x = 1 / (int)x; } catch (Exception e) { x = e.TargetSite!.Name.Length; }", "System.Exception.TargetSite" },
        { "System.Linq.Expressions.Expression<Func<double>> e = () => 1; e.Compile();", "System.Linq.Expressions.Expression" },
        { "x = new[] { 1 }.AsQueryable().Count();", "System.Linq.Queryable" },
        { "new System.Reflection.Emit.DynamicMethod(\"\", null, null);", "System.Reflection.Emit.DynamicMethod" },
        { "new System.Diagnostics.StackTrace();", "System.Diagnostics.StackTrace" },
        { "dynamic d = x; d.Anything();", "dynamic" },

        // Memory past its type.
        { "System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>([]);", "System.Runtime.InteropServices.MemoryMarshal" },
        { "System.Runtime.InteropServices.GCHandle.Alloc(x);", "System.Runtime.InteropServices.GCHandle" },
        { "System.Runtime.InteropServices.Marshal.AllocHGlobal(1);", "System.Runtime.InteropServices.Marshal" },
        { "System.Runtime.InteropServices.NativeLibrary.Load(\"libc\");", "System.Runtime.InteropServices.NativeLibrary" },
        { "System.Numerics.Vector.StoreUnsafe(default, ref x, 1 << 20);", "System.Numerics.Vector.StoreUnsafe" },
        { "float f = 0; _ = System.Numerics.Vector4.LoadUnsafe(ref f, 1 << 20);", "System.Numerics.Vector4.LoadUnsafe" },
        { "new Memory<int>([1]).Pin();", "System.Memory.Pin" },

        // Ways of naming it.
        { "global::System.IO.File.Delete(\"a\");", "System.IO.File" },
        { "F\\u0069le.Delete(\"a\");", "System.IO.File" },
        { "Alias.Delete(\"a\");", "System.IO.File" },
        { "ReadAllLines(\"a\");", "System.IO.File" },
        { "Func<string, string> f = File.ReadAllText; f(\"a\");", "System.IO.File" },
        { "Func<string> f = () => File.ReadAllText(\"a\"); f();", "System.IO.File" },
        { "string L() => File.ReadAllText(\"a\"); L();", "System.IO.File" },
        { "var a = new[] { \"a\" }.Select(File.ReadAllText).ToList();", "System.IO.File" },
        { "var q = from f in new[] { \"a\" } select File.ReadAllText(f);", "System.IO.File" },
        { "object o = x; if (o is FileInfo { Length: > 0 }) { }", "System.IO.FileInfo" },
        { "var l = new List<FileInfo>();", "System.IO.FileInfo" },
        { "FileInfo[] a = new FileInfo[1];", "System.IO.FileInfo" },
        { "Generic<FileStream>();", "System.IO.FileStream" },
        { "x = typeof(File).Name.Length;", "System.IO.File" },
        { "var s = Console.Error;", "System.Console.Error" },
    };

    /// <summary>Statements that the compiler also makes of harmless source, so that an assembly does not give them away.</summary>
    internal static TheoryData<string, string> StatementsOnlyInSource => new()
    {
        { "System.Runtime.CompilerServices.Unsafe.As<A2>(new object());", "System.Runtime.CompilerServices.Unsafe" },
        { "System.Runtime.CompilerServices.Unsafe.Add(ref x, 1000);", "System.Runtime.CompilerServices.Unsafe" },
        { "System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref x, 1000)[999] = 1;", "System.Runtime.InteropServices.MemoryMarshal" },
        { "System.Runtime.InteropServices.CollectionsMarshal.SetCount(new List<double>(), 1000);", "System.Runtime.InteropServices.CollectionsMarshal" },
        { "Activator.CreateInstance<A2>();", "System.Activator" },
    };

    /// <summary>Declarations: nothing of the program is run.</summary>
    internal static TheoryData<string, string> Declarations => new()
    {
        { "class B { [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int system(string s); }", "System.Runtime.InteropServices.DllImportAttribute" },
        { "class B { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] static extern void F(); }", "extern" },
        { "class B { static double F() { return G(); [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int G(); } }", "System.Runtime.InteropServices.DllImportAttribute" },
        { "class B { ~B() { } }", "a finalizer" },
        { "class B { [System.Runtime.CompilerServices.ModuleInitializer] internal static void F() { } }", "System.Runtime.CompilerServices.ModuleInitializerAttribute" },
        { "class B { [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"a\")] static extern void F(object o); }", "System.Runtime.CompilerServices.UnsafeAccessorAttribute" },
        { "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct B { [System.Runtime.InteropServices.FieldOffset(0)] public object O; [System.Runtime.InteropServices.FieldOffset(0)] public long L; }", "System.Runtime.InteropServices.StructLayoutAttribute" },
        { "[System.Runtime.CompilerServices.InlineArray(4)] struct B { int _first; }", "System.Runtime.CompilerServices.InlineArrayAttribute" },
        { "[System.Runtime.CompilerServices.InlineArray(4)] file struct B { int _first; }", "System.Runtime.CompilerServices.InlineArrayAttribute" },
        { "class B() : FileStream(\"a\", FileMode.Open);", "System.IO.FileStream" },
        { "class B : System.Runtime.Loader.AssemblyLoadContext { }", "System.Runtime.Loader.AssemblyLoadContext" },
        { "class B : IComparer<FileInfo> { public int Compare(FileInfo? a, FileInfo? b) => 0; }", "System.IO.FileInfo" },
        { "class T(Type t) : Attribute { public Type Type => t; } [T(typeof(File))] class B { }", "System.IO.File" },
        { "class B { static string s = File.ReadAllText(\"a\"); }", "System.IO.File" },
        { "class B { static Func<string> s = () => File.ReadAllText(\"a\"); }", "System.IO.File" },
        { "class B { static string S { get; } = File.ReadAllText(\"a\"); }", "System.IO.File" },
        { "class B { static B() { Environment.Exit(0); } }", "System.Environment.Exit" },
        { "class B { [ThreadStatic] static int t; }", "System.ThreadStaticAttribute" },
        { "class B<T> where T : FileStream { }", "System.IO.FileStream" },
        { "delegate FileStream D();", "System.IO.FileStream" },
        { "record R(FileStream S);", "System.IO.FileStream" },
        { "class B { FileStream? s; }", "System.IO.FileStream" },
        { "class B { dynamic d = 1; }", "dynamic" },
    };

    /// <summary>Declarations that only the source shows.</summary>
    internal static TheoryData<string, string> OnlyInSource => new()
    {
        { "namespace System.Runtime.CompilerServices { class IgnoresAccessChecksToAttribute(string s) : Attribute { public string S => s; } }", "the namespace System.Runtime.CompilerServices" },
        { "namespace System { namespace Linq { static class Enumerable2 { } } }", "the namespace System" },
        { "namespace S\\u0079stem.IO { class B { } }", "the namespace" },
        { "namespace MathNet.Numerics { class B { } }", "the namespace MathNet.Numerics" },
        { "namespace System.Runtime.CompilerServices { class InterceptsLocationAttribute(string f, int l, int c) : Attribute { public string S => f + l + c; } }", "the namespace System.Runtime.CompilerServices" },
    };

    /// <summary>What the compiler refuses by itself.</summary>
    internal static TheoryData<string, string> NotCompiled => new()
    {
        { "static class B { static unsafe double F(double x) { delegate*<double, double> f = &F; return f(x); } }", "CS0227" },
        { "class B { protected override void Finalize() { } }", "CS0249" },
        { "class B { unsafe fixed int a[4]; }", "CS0227" },
    };
}
