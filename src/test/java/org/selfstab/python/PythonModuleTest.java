package org.selfstab.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Python module, by its own tests. */
@DisabledOnOs(OS.WINDOWS)
class PythonModuleTest {

    @TempDir
    private Path folder;

    @Test
    void passesItsOwnTests() throws Exception {
        Python python = new Python(folder);
        python.require("python3-numpy python3-matplotlib", "numpy", "matplotlib");

        Python.Result tests = python.run("-m", "unittest", "-v", "test_selfstab");

        assertThat(tests.status()).as(tests.output()).isZero();
        assertThat(tests.output()).contains("Doctest: selfstab ... ok").doesNotContain("skipped");
    }

    /** A version that is not released yet is a development version in Python's words. */
    @Test
    void hasTheVersionOfTheProgram() throws IOException {
        String program = first("<artifactId>selfstab</artifactId>\\s*<version>([^<]+)</version>", Path.of("pom.xml"));
        assertThat(first("__version__ = \"([^\"]+)\"", Path.of("src/python/selfstab.py")))
                .isEqualTo(program.replace("-SNAPSHOT", ".dev0"));
    }

    private static String first(String pattern, Path file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
