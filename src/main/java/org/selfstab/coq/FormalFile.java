package org.selfstab.coq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.selfstab.run.RunListener;
import org.selfstab.run.Workers;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Something to be proved by Coq.
 *
 * @param subject what, for people
 * @param module the name of its file, without the extension
 * @param text writes the file's text
 * @param proves what it proves of a certificate that has claims, by their names and quantities
 */
public record FormalFile(String subject, String module, Supplier<String> text, List<String> proves) {

    public FormalFile {
        proves = List.copyOf(proves);
    }

    /** Something else than claims of a certificate. */
    public FormalFile(String subject, String module, Supplier<String> text) {
        this(subject, module, text, List.of());
    }

    /** Two files at a time are what a small machine has cores and memory for. */
    private static final int AT_A_TIME = 2;

    /** What Coq leaves beside a file that it compiles. */
    private static final List<String> LEFT_BEHIND = List.of(".vo", ".vos", ".vok", ".glob", ".aux", ".cache");

    /**
     * Something that cannot be written as a Coq file.
     *
     * @param reason why not
     */
    public static FormalFile without(String subject, String reason) {
        return new FormalFile(subject, "", () -> {
            throw new NoTermException(reason);
        });
    }

    /** Has Coq compile files that do not use one another, as below. */
    public static List<FormalResult> check(Coqc coqc, Path folder, List<FormalFile> files, RunListener listener)
            throws IOException {
        return check(coqc, folder, List.of(), files, List.of(), listener);
    }

    /**
     * Writes files into a folder and has Coq compile them, and removes what compilation leaves beside them.
     *
     * @param common those that the others use, in order
     * @param files the others, which do not use one another
     * @param last those that use all of these, in order
     * @param listener is told how many are compiled
     * @return what became of each, in this order
     */
    static List<FormalResult> check(
            Coqc coqc,
            Path folder,
            List<FormalFile> common,
            List<FormalFile> files,
            List<FormalFile> last,
            RunListener listener)
            throws IOException {
        Files.createDirectories(folder);
        requireNothingElse(folder);
        clear(folder); // what was compiled from other text would stand for a part that is not accepted
        if (common.isEmpty()) {
            coqc.library(folder);
        } else {
            coqc.wholeLibrary(folder);
        }
        List<FormalResult> results = new ArrayList<>();
        oneByOne(coqc, folder, common, results, listener);
        try (Workers workers = new Workers(AT_A_TIME)) {
            List<Future<FormalResult>> running = distinct(files).stream()
                    .map(file -> workers.submit(() -> file.checked(coqc, folder)))
                    .toList();
            for (int i = 0; i < files.size(); i++) {
                listener.progress(files.get(i).subject(), results.size());
                results.add(workers.resultOf(running.get(i), files.get(i).subject()));
            }
        }
        oneByOne(coqc, folder, last, results, listener);
        clear(folder);
        return results;
    }

    private static void oneByOne(
            Coqc coqc, Path folder, List<FormalFile> files, List<FormalResult> results, RunListener listener) {
        for (FormalFile file : files) {
            listener.progress(file.subject(), results.size());
            results.add(file.checked(coqc, folder));
        }
    }

    /** Coq looks for libraries in the folders below, too, and a stranger's certificate may come with such. */
    private static void requireNothingElse(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> strange = files.filter(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .findFirst();
            if (strange.isPresent()) {
                throw new SelfstabException(
                        folder + " has a folder or a link, " + strange.get().getFileName()
                                + ", through which Coq may load something else",
                        "remove it, or have the files written elsewhere");
            }
        }
    }

    /** Two files of one name would stand for one another; that of the library is taken. Systems differ in whether cases do. */
    static List<FormalFile> distinct(List<FormalFile> files) {
        Set<String> taken = new HashSet<>(Coqc.LIBRARY);
        List<FormalFile> distinct = new ArrayList<>();
        for (FormalFile file : files) {
            boolean free = file.module.isEmpty() || taken.add(file.module.toLowerCase(Locale.ROOT));
            distinct.add(
                    free
                            ? file
                            : without(file.subject, "its file would have the name of another, " + file.module + ".v"));
        }
        return distinct;
    }

    /** Removes what compilation leaves in a folder beside the files. */
    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (LEFT_BEHIND.stream().anyMatch(name::endsWith)) {
                    Files.delete(file);
                }
            }
        }
    }

    private FormalResult checked(Coqc coqc, Path folder) {
        String content;
        try {
            content = text.get();
        } catch (SelfstabException none) {
            return FormalResult.notExported(subject, none.problem());
        }
        String file = module + ".v";
        try {
            Optional<String> missing = Coqc.missing();
            if (missing.isPresent()) {
                Files.writeString(folder.resolve(file), content);
                return new FormalResult(
                        subject, FormalResult.Outcome.NOT_CHECKED, file, missing.get(), 0.0, List.of(), List.of());
            }
            Coqc.Outcome outcome = coqc.compile(folder, module, content);
            return new FormalResult(
                    subject,
                    outcome.accepted() ? FormalResult.Outcome.ACCEPTED : FormalResult.Outcome.NOT_ACCEPTED,
                    file,
                    outcome.reason(),
                    outcome.seconds(),
                    outcome.axioms().stream().sorted().toList(),
                    outcome.accepted() ? proves : List.of());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
