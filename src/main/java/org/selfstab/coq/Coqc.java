package org.selfstab.coq;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.vocabulary.SelfstabException;

/** Coq's compiler, which accepts a file or does not, within limits of time and memory. */
public final class Coqc {

    /** The files of the library beside those that use it, each after those that it uses. */
    static final List<String> LIBRARY = List.of("selfstab", "enclosures", "spectra", "frames", "zeros", "planar");

    private static final String EXTENSION = ".v";
    private static final int MOST_OUTPUT = 1_000_000;

    /** The axioms of the reals, of functions and of classical logic, which every proof about real numbers in Coq may rest on. */
    public static final Set<String> AXIOMS_OF_REALS = Set.of(
            "ClassicalDedekindReals.sig_forall_dec",
            "ClassicalDedekindReals.sig_not_dec",
            "FunctionalExtensionality.functional_extensionality_dep",
            "Classical_Prop.classic");

    /** Where {@code interval} computes: that the machine's integers and floating-point numbers are as Coq's library specifies them. */
    private static final Pattern MACHINE_NUMBERS = Pattern.compile(
            "(PrimInt63|PrimFloat|Uint63|Uint63Axioms|FloatAxioms|FloatOps|Sint63|Sint63Axioms|Int63)\\.[A-Za-z0-9_']+");

    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final Pattern STATED =
            Pattern.compile("^(?:Lemma|Theorem|Definition|Fixpoint|Section|Module) ([A-Za-z_][A-Za-z0-9_']*+)");
    private static final Pattern AXIOM = Pattern.compile("^([A-Za-z_][A-Za-z0-9_'.]*)(?: :|$)");

    private final int seconds;
    private final int mebibytes;

    /**
     * A compiler.
     *
     * @param seconds of processor time for each file
     * @param mebibytes of memory for each file
     */
    public Coqc(int seconds, int mebibytes) {
        this.seconds = seconds;
        this.mebibytes = mebibytes;
    }

    /**
     * What became of a file.
     *
     * @param accepted whether all of it was accepted, and rests on no other axioms than it may
     * @param axioms those that its theorem rests on
     * @param reason why it was not accepted; blank if it was
     * @param seconds how long it took
     */
    public record Outcome(boolean accepted, Set<String> axioms, String reason, double seconds) {
        public Outcome {
            axioms = Set.copyOf(axioms);
        }

        /** Whether the reals' axioms were enough. */
        public boolean restsOnRealsAlone() {
            return AXIOMS_OF_REALS.containsAll(axioms);
        }
    }

    /** Whether Coq, Coquelicot and the interval library are there; else why not, in a line. */
    public static Optional<String> missing() {
        return Missing.REASON;
    }

    private static final class Missing {
        private static final Optional<String> REASON = find();

        private static Optional<String> find() {
            String remedy =
                    "; install coq, coquelicot and coq-interval (apt-get install coq libcoq-coquelicot libcoq-interval)";
            try {
                Process process = new ProcessBuilder("coqc", "-where")
                        .redirectErrorStream(true)
                        .start();
                process.getOutputStream().close();
                String where = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                process.waitFor();
                Path contributed = Path.of(where).resolve("user-contrib");
                for (String library : List.of("Coquelicot", "Interval")) {
                    if (!Files.isDirectory(contributed.resolve(library))) {
                        return Optional.of("Coq's library " + library + " is not installed" + remedy);
                    }
                }
                return Optional.empty();
            } catch (IOException | java.nio.file.InvalidPathException absent) {
                return Optional.of("coqc is not installed" + remedy);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    /** Writes the part of the library that all files use, and compiles it. */
    public void library(Path folder) throws IOException {
        library(folder, LIBRARY.subList(0, 1));
    }

    /** Writes all of the library, as runs use it, and compiles it. */
    void wholeLibrary(Path folder) throws IOException {
        library(folder, LIBRARY);
    }

    private void library(Path folder, List<String> modules) throws IOException {
        Files.createDirectories(folder);
        for (String module : modules) {
            Path file = folder.resolve(module + EXTENSION);
            Files.write(file, libraryText(module));
            if (missing().isEmpty()) {
                Outcome outcome = compile(file);
                if (!outcome.accepted()) {
                    throw new SelfstabException(
                            "Coq does not accept the library " + file + ": " + outcome.reason(),
                            "install Coq 8.16 or later, or give it more time or memory");
                }
            }
        }
    }

    /** A file of the library, as the program brings it. */
    static byte[] libraryText(String module) throws IOException {
        String resource = "/coq/" + module + EXTENSION;
        try (InputStream text = Coqc.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new SelfstabException(
                        "the library of Coq sources is not beside the program's classes: no " + resource,
                        "run a program that was built with src/main/coq among its resources, as Maven does");
            }
            return text.readAllBytes();
        }
    }

    /** Compiles a file in its folder. */
    public Outcome compile(Path file) throws IOException {
        long start = System.nanoTime();
        String name = file.getFileName().toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -v " + 1024L * mebibytes + "; ulimit -t " + seconds + "; exec coqc -q -w none \"$0\"",
                        name)
                .directory(file.toAbsolutePath().getParent().toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream nothing = process.getOutputStream()) {
            nothing.flush();
        }
        String output;
        boolean ended;
        try (InputStream said = process.getInputStream()) {
            output = new String(said.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            ended = process.waitFor(2L * seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        double took = 1e-9 * (System.nanoTime() - start);
        if (!ended || process.exitValue() != 0) {
            return new Outcome(false, Set.of(), whyNot(file, output, ended ? process.exitValue() : -1), took);
        }
        Set<String> axioms = axioms(output);
        List<String> strange = axioms.stream()
                .filter(axiom -> !AXIOMS_OF_REALS.contains(axiom)
                        && !MACHINE_NUMBERS.matcher(axiom).matches())
                .toList();
        return strange.isEmpty()
                ? new Outcome(true, axioms, "", took)
                : new Outcome(false, axioms, "it rests on the axioms " + String.join(", ", strange), took);
    }

    private String whyNot(Path file, String output, int status) throws IOException {
        if (status != 1 || output.contains("Out of memory")) {
            return "coqc ended without an answer, within " + seconds + " s and " + mebibytes + " MiB";
        }
        int error = output.indexOf("Error:");
        String said = (error < 0 ? output : output.substring(error))
                .replaceAll("\\s+", " ")
                .replaceFirst("^Error: In environment .*? (?=The |Unable |Found )", "Error: ")
                .strip();
        Matcher line = LINE.matcher(output);
        String place = line.find() ? place(file, Integer.parseInt(line.group(1))) + ": " : "";
        return place + said.substring(0, Math.min(300, said.length()));
    }

    /** Where Coq stopped: a line, and what is stated there. */
    private static String place(Path file, int line) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = Math.min(line, lines.size()) - 1; i >= 0; i--) {
            Matcher stated = STATED.matcher(lines.get(i));
            if (stated.find()) {
                return stated.group(1) + ", line " + line;
            }
        }
        return "line " + line;
    }

    /** The names that {@code Print Assumptions} lists; their types stand on lines that begin with a blank. */
    private static Set<String> axioms(String output) {
        Set<String> axioms = new TreeSet<>();
        List<String> lines = new ArrayList<>(output.lines().toList());
        int start = lines.indexOf("Axioms:");
        for (String line : start < 0 ? List.<String>of() : lines.subList(start + 1, lines.size())) {
            Matcher axiom = AXIOM.matcher(line);
            if (axiom.find()) {
                axioms.add(axiom.group(1));
            }
        }
        return axioms;
    }

    /** A file's text written and compiled. */
    public Outcome compile(Path folder, String module, String text) throws IOException {
        Path file = folder.resolve(module + EXTENSION);
        Files.writeString(file, text);
        return compile(file);
    }
}
