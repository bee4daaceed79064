namespace Autograder.Compiler.Gate;

/// <summary>
/// What a student's program may use of the framework and of MathNet. All that does not stand here is refused. Names are
/// without type parameters: Func stands for all of them.
/// </summary>
internal static class AllowedApi
{
    /// <summary>As messages name it; the whole stands below.</summary>
    internal const string InShort = "System, System.Linq, System.Collections.Generic, System.Numerics and MathNet.Numerics";

    /// <summary>Of these, everything but what is taken out.</summary>
    internal static readonly string[] Namespaces =
    [
        "System.Collections", "System.Collections.Concurrent", "System.Collections.Frozen", "System.Collections.Generic",
        "System.Collections.Immutable", "System.Collections.ObjectModel", "System.Diagnostics.CodeAnalysis", "System.Globalization",
        "System.Linq", "System.Numerics", "System.Text", "System.Text.RegularExpressions", "System.Threading.Tasks",
    ];

    /// <summary>Of these, and of what lies within them, everything but what is taken out.</summary>
    internal static readonly string[] NamespaceTrees = ["MathNet.Numerics"];

    /// <summary>Of other namespaces these types.</summary>
    internal static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["System"] = """
            Action AggregateException ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException Array
            ArraySegment ArrayTypeMismatchException AsyncCallback Attribute AttributeTargets AttributeUsageAttribute BitConverter Boolean
            Buffer Byte CLSCompliantAttribute Char CharEnumerator Comparison Console ConsoleColor ConsoleKey ConsoleKeyInfo
            ConsoleModifiers Convert Converter DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek Decimal Delegate
            DivideByZeroException Double Enum Environment EventArgs EventHandler Exception FlagsAttribute FormatException
            FormattableString Func Guid Half HashCode IAsyncDisposable IAsyncResult ICloneable IComparable IConvertible IDisposable
            IEquatable IFormatProvider IFormattable IObservable IObserver IParsable IProgress ISpanFormattable ISpanParsable
            IUtf8SpanFormattable IUtf8SpanParsable Index IndexOutOfRangeException Int128 Int16 Int32 Int64 IntPtr
            InvalidCastException InvalidOperationException Lazy Math MathF Memory MemoryExtensions MidpointRounding MulticastDelegate
            NonSerializedAttribute NotFiniteNumberException NotImplementedException NotSupportedException NullReferenceException
            Nullable Object ObjectDisposedException ObsoleteAttribute OperationCanceledException OutOfMemoryException
            OverflowException ParamArrayAttribute Predicate Progress Random Range RankException ReadOnlyMemory ReadOnlySpan SByte
            SerializableAttribute Single Span StackOverflowException String StringComparer StringComparison StringSplitOptions
            SystemException TimeOnly TimeSpan TimeoutException Tuple TupleExtensions Type TypeCode UInt128 UInt16 UInt32 UInt64
            UIntPtr UnauthorizedAccessException ValueTuple ValueType Version Void
            """,
        ["System.Diagnostics"] = "ConditionalAttribute Debug DebuggerDisplayAttribute Stopwatch UnreachableException",
        ["System.Reflection"] = "DefaultMemberAttribute MemberInfo",
        ["System.Runtime.CompilerServices"] = """
            AsyncMethodBuilderAttribute CallerArgumentExpressionAttribute CallerFilePathAttribute CallerLineNumberAttribute
            CallerMemberNameAttribute CollectionBuilderAttribute CompilerGeneratedAttribute ConfiguredAsyncDisposable
            ConfiguredCancelableAsyncEnumerable ConfiguredTaskAwaitable ConfiguredValueTaskAwaitable DefaultInterpolatedStringHandler
            EnumeratorCancellationAttribute FormattableStringFactory ICriticalNotifyCompletion INotifyCompletion ITuple
            InterpolatedStringHandlerArgumentAttribute InterpolatedStringHandlerAttribute IsExternalInit MethodImplAttribute
            MethodImplOptions OverloadResolutionPriorityAttribute RequiredMemberAttribute SwitchExpressionException TaskAwaiter
            TupleElementNamesAttribute ValueTaskAwaiter YieldAwaitable
            """,
        ["System.Threading"] = "CancellationToken CancellationTokenRegistration CancellationTokenSource Interlocked Lock LockRecursionException Monitor SemaphoreSlim Volatile",
    };

    /// <summary>Of these types only these members.</summary>
    internal static readonly Dictionary<string, string> OnlyMembers = new(StringComparer.Ordinal)
    {
        ["System.Buffer"] = "BlockCopy ByteLength",
        ["System.Console"] = "BackgroundColor Clear ForegroundColor Read ReadKey ReadLine ResetColor Write WriteLine",
        ["System.Delegate"] = "Combine Equals GetHashCode GetInvocationList Remove RemoveAll ToString op_Equality op_Inequality",
        ["System.Diagnostics.Debug"] = "Assert Fail Write WriteIf WriteLine WriteLineIf",
        ["System.Environment"] = "NewLine",
        ["System.MulticastDelegate"] = "Equals GetHashCode GetInvocationList op_Equality op_Inequality",
        ["System.Reflection.DefaultMemberAttribute"] = ".ctor",
        ["System.Reflection.MemberInfo"] = "Name op_Equality op_Inequality",
        ["System.Type"] = "Equals FullName GetHashCode GetTypeFromHandle Name ToString op_Equality op_Inequality",
    };

    /// <summary>What is taken out of the namespaces above.</summary>
    internal static readonly Dictionary<string, string> TypesTakenOut = new(StringComparer.Ordinal)
    {
        ["MathNet.Numerics"] = "Control",
        ["System.Linq"] = "EnumerableExecutor EnumerableQuery IOrderedQueryable IQueryProvider IQueryable Queryable",
    };

    /// <summary>Namespaces that are taken out of the trees above, with what lies within them.</summary>
    internal static readonly string[] NamespaceTreesTakenOut = ["MathNet.Numerics.Providers"];

    /// <summary>Of the other types everything but these members: they reach the runtime, or memory, past their type.</summary>
    internal static readonly Dictionary<string, string> MembersTakenOut = new(StringComparer.Ordinal)
    {
        ["System.Exception"] = "TargetSite",
        ["System.IntPtr"] = "ToPointer op_Explicit",
        ["System.Memory"] = "Pin",
        ["System.Numerics.Vector"] = """
            Load LoadAligned LoadAlignedNonTemporal LoadUnsafe Store StoreAligned StoreAlignedNonTemporal StoreUnsafe
            """,
        ["System.Object"] = "Finalize",
        ["System.ReadOnlyMemory"] = "Pin",
        ["System.String"] = "Intern IsInterned",
        ["System.UIntPtr"] = "ToPointer op_Explicit",
    };

    /// <summary>What the compiler itself makes of allowed source: allowed in an assembly, refused where a student writes it.</summary>
    internal static readonly Dictionary<string, string> Emitted = new(StringComparer.Ordinal)
    {
        ["System.Activator"] = "CreateInstance``1",
        ["System.Environment"] = "CurrentManagedThreadId get_CurrentManagedThreadId",
        ["System.Diagnostics.DebuggableAttribute"] = ".ctor",
        ["System.Diagnostics.DebuggerBrowsableAttribute"] = ".ctor",
        ["System.Diagnostics.DebuggerBrowsableState"] = "",
        ["System.Diagnostics.DebuggerHiddenAttribute"] = ".ctor",
        ["System.Diagnostics.DebuggerStepThroughAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.AsyncIteratorMethodBuilder"] = "*",
        ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.AsyncStateMachineAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.AsyncTaskMethodBuilder"] = "*",
        ["System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder"] = "*",
        ["System.Runtime.CompilerServices.AsyncVoidMethodBuilder"] = "*",
        ["System.Runtime.CompilerServices.CompilationRelaxationsAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.DecimalConstantAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.ExtensionAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.ExtensionMarkerAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.FixedBufferAttribute"] = "",
        ["System.Runtime.CompilerServices.IAsyncStateMachine"] = "*",
        ["System.Runtime.CompilerServices.InlineArrayAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.InlineArray2"] = "*",
        ["System.Runtime.CompilerServices.InlineArray3"] = "*",
        ["System.Runtime.CompilerServices.InlineArray4"] = "*",
        ["System.Runtime.CompilerServices.InlineArray5"] = "*",
        ["System.Runtime.CompilerServices.InlineArray6"] = "*",
        ["System.Runtime.CompilerServices.InlineArray7"] = "*",
        ["System.Runtime.CompilerServices.InlineArray8"] = "*",
        ["System.Runtime.CompilerServices.IsByRefLikeAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.IsReadOnlyAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.IsUnmanagedAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.IsVolatile"] = "",
        ["System.Runtime.CompilerServices.IteratorStateMachineAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.NullableAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.NullableContextAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.NullablePublicOnlyAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.ParamCollectionAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.PreserveBaseOverridesAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.RefSafetyRulesAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.RequiresLocationAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.RuntimeCompatibilityAttribute"] = ".ctor WrapNonExceptionThrows",
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = "CreateSpan GetSubArray InitializeArray EnsureSufficientExecutionStack",
        ["System.Runtime.CompilerServices.ScopedRefAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.Unsafe"] = "Add As AsRef",
        ["System.Runtime.ExceptionServices.ExceptionDispatchInfo"] = "Capture Throw",
        ["System.Runtime.InteropServices.CollectionsMarshal"] = "AsSpan SetCount",
        ["System.Runtime.InteropServices.ImmutableCollectionsMarshal"] = "AsImmutableArray",
        ["System.Runtime.InteropServices.InAttribute"] = "",
        ["System.Runtime.InteropServices.MemoryMarshal"] = "CreateReadOnlySpan CreateSpan",
        ["System.RuntimeFieldHandle"] = "",
        ["System.RuntimeTypeHandle"] = "",
        ["System.Threading.Tasks.Sources.IValueTaskSource"] = "*",
        ["System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore"] = "*",
        ["System.Threading.Tasks.Sources.ValueTaskSourceOnCompletedFlags"] = "",
        ["System.Threading.Tasks.Sources.ValueTaskSourceStatus"] = "",
    };
}
