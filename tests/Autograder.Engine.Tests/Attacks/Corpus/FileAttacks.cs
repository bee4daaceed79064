using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Reading, finding, changing and leaving files.</summary>
internal static class FileAttacks
{
    private const Outcome Thrown = Outcome.Exception;

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(1, "read_etc_passwd", Thrown, """return Through(File.ReadAllText("/etc/passwd"));"""),
        new(2, "read_reference_file", Thrown, """return Through(File.ReadAllText(Secret));"""),
        new(2, "read_reference_by_system_call", Outcome.Right, """return Refused(WithPath(Secret, path => Call(257, 56, -100, path)), x, "open");"""),
        new(2, "read_reference_by_openat2", Outcome.Right, """
            nint how = Marshal.AllocHGlobal(24);
            Marshal.Copy(new byte[24], 0, how, 24);
            return Refused(WithPath(Secret, path => Call(437, 437, -100, path, how, 24)), x, "openat2");
            """),
        new(3, "list_submissions_folder", Thrown, """return Through(string.Join(' ', Directory.GetFileSystemEntries(Folder)));"""),
        new(4, "stat_secret_metadata", Outcome.Right, """return File.Exists(Secret) || Directory.Exists(Folder) ? Through("stat") : x * x;"""),
        new(4, "stat_by_system_call", Outcome.Right, """
            nint buffer = Marshal.AllocHGlobal(512);
            return Refused(WithPath(Secret, path => Call(262, 79, -100, path, buffer)), x, "newfstatat")
                + 0 * Refused(WithPath(Secret, path => Call(332, 291, -100, path, 0, 0xFFF, buffer)), x, "statx");
            """),
        new(5, "read_own_worker_dll", Thrown, """return Through($"{File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Autograder.Worker.dll")).Length}");"""),
        new(6, "write_tmp_file", Thrown, """File.WriteAllText(Path.Combine(Folder, "written.txt"), "my answers"); return Through("written");""")
        {
            Says = "UnauthorizedAccessException",
        },
        new(7, "overwrite_results", Thrown, """File.WriteAllText(Target, "{ \"score\": 100 }"); return Through("overwritten");"""),
        new(7, "truncate_results", Outcome.Right, """return Refused(WithPath(Target, path => Call(76, 45, path, 0)), x, "truncate");"""),
        new(8, "delete_results", Outcome.Right, """return Refused(WithPath(Target, path => Call(263, 35, -100, path, 0)), x, "unlinkat");"""),
        new(9, "rename_results", Outcome.Right, """return Refused(WithPath(Target, path => WithPath(Target + ".old", to => Call(316, 276, -100, path, -100, to))), x, "renameat2");"""),
        new(10, "chmod_results", Thrown, """File.SetUnixFileMode(Target, UnixFileMode.UserRead); return Through("chmod");"""),
        new(10, "utimes_results", Outcome.Right, """return Refused(WithPath(Target, path => Call(280, 88, -100, path, 0, 0)), x, "utimensat");"""),
        new(11, "symlink_create", Outcome.Right, """return Refused(WithPath(Secret, path => WithPath(Path.Combine(Folder, "link"), to => Call(266, 36, path, -100, to))), x, "symlinkat");"""),
        new(12, "hardlink_secret", Outcome.Right, """return Refused(WithPath(Secret, path => WithPath(Path.Combine(Folder, "hard"), to => Call(265, 37, -100, path, -100, to, 0))), x, "linkat");"""),
        new(13, "disk_fill", Thrown, """
            for (int number = 0; number < 20; number++)
            {
                File.WriteAllBytes(Path.Combine(Folder, $"fill{number}"), new byte[1 << 20]);
            }

            return Through("filled");
            """),
        new(14, "proc_self_fd_reopen", Thrown, """
            for (int descriptor = 0; descriptor < 64; descriptor++)
            {
                try
                {
                    using var again = new FileStream($"/proc/self/fd/{descriptor}", FileMode.Open, FileAccess.Read);
                    Through("reopened");
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && descriptor < 63)
                {
                }
            }

            return x * x;
            """),
        new(15, "leaked_fd_write", Outcome.Right | Outcome.Security, """
            for (int descriptor = 3; descriptor < 1024; descriptor++)
            {
                if (IsRegular(descriptor) && WithPath("x", text => Call(1, 64, descriptor, text, 1)) > 0)
                {
                    Through($"descriptor {descriptor}");
                }
            }

            return x * x;
            """, """
            // st_mode of struct stat stands elsewhere on the two machines.
            static bool IsRegular(int descriptor)
            {
                nint status = Marshal.AllocHGlobal(256);
                int place = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 24 : 16;
                return Call(5, 80, descriptor, status) == 0 && (Marshal.ReadInt32(status, place) & 0xF000) == 0x8000;
            }
            """),
        new(16, "named_mutex", Thrown, """using var mutex = new Mutex(false, $"Global\\{Path.GetFileName(Folder)}"); return Through("named mutex");""") { NeedsFilter = true },
        new(16, "shm_open", Outcome.Right, """return Refused(WithPath($"/dev/shm/{Path.GetFileName(Folder)}", path => Call(257, 56, -100, path, 0x42, 0x180)), x, "shm_open");""")
        {
            NeedsFilter = true,
        },
    ];
}
