package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build's step that writes the classes of lambdas into the jar: what lambdas of each kind do is as before. */
class LambdaClassesTest {

    @TempDir
    private Path folder;

    /** Lambdas of every kind that the language has, also of those that are better written otherwise. */
    @SuppressWarnings({"EffectivelyPrivate", "UnnecessaryLambda", "UnnecessaryMethodReference"})
    public static final class Samples implements Callable<List<String>> {

        private final String own = "own";
        private int count;

        private interface Described {

            default Supplier<String> description() {
                return this::hidden;
            }

            private String hidden() {
                return "hidden of " + name();
            }

            String name();
        }

        private record Point(double x, long y) {}

        private static class Base {

            protected String greet(Object whom) {
                return "hello " + whom;
            }
        }

        private static final class Derived extends Base {

            private Function<String, String> above() {
                return super::greet;
            }
        }

        private static int constant() {
            return 7;
        }

        private String bound(long number, double other, String text) {
            return own + number + other + text;
        }

        @Override
        public List<String> call() {
            List<String> results = new ArrayList<>();
            long captured = 1L << 40;
            double fraction = 0.5;
            Function<String, String> bound = text -> bound(captured, fraction, text);
            results.add(bound.apply("!"));
            DoubleSupplier widened = Samples::constant;
            results.add(String.valueOf(widened.getAsDouble()));
            Supplier<Object> boxed = Samples::constant;
            results.add(String.valueOf(boxed.get()));
            ToIntFunction<Integer> unboxed = value -> value + 1;
            results.add(String.valueOf(unboxed.applyAsInt(41)));
            ToLongFunction<Integer> both = Integer::intValue;
            results.add(String.valueOf(both.applyAsLong(5)));
            LongUnaryOperator primitive = value -> value * captured;
            results.add(String.valueOf(primitive.applyAsLong(3)));
            IntToDoubleFunction toDouble = value -> value / 4.0;
            results.add(String.valueOf(toDouble.applyAsDouble(3)));
            BiFunction<Double, Long, Point> constructor = Point::new;
            results.add(constructor.apply(1.5, 2L).toString());
            IntFunction<int[][]> array = int[][]::new;
            results.add(String.valueOf(array.apply(4).length));
            Function<Map.Entry<String, Integer>, Integer> interfaceMethod = Map.Entry::getValue;
            results.add(String.valueOf(interfaceMethod.apply(Map.entry("key", 9))));
            Runnable discarding = this::counted;
            discarding.run();
            Runnable discardingTwo = this::countedLong;
            discardingTwo.run();
            results.add(String.valueOf(count));
            Described described = () -> "anybody";
            results.add(described.description().get());
            results.add(new Derived().above().apply("you"));
            Supplier<Supplier<String>> nested = () -> () -> own + captured;
            results.add(nested.get().get());
            Comparable<String> comparable = "b"::compareTo;
            results.add(String.valueOf(comparable.compareTo("a")));
            Supplier<String> first = once();
            results.add(String.valueOf(first == once()));
            Supplier<String> withOwnClass = new Object() {
                private final String inner = "inner";

                private Supplier<String> supplier() {
                    return () -> inner + own;
                }
            }.supplier();
            results.add(withOwnClass.get());
            return results;
        }

        private int counted() {
            return ++count;
        }

        private long countedLong() {
            return ++count;
        }

        private static Supplier<String> once() {
            return () -> "once";
        }
    }

    @Test
    void keepsWhatLambdasDo() throws Exception {
        Path jar = folder.resolve("samples.jar");
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectories(files.getPath("org/selfstab"));
            for (Path file : samples()) {
                Files.copy(
                        file, files.getPath("org/selfstab", file.getFileName().toString()));
            }
        }
        assertThat(linkedAtRunTime(jar)).isPositive();
        rewrite(jar);
        assertThat(linkedAtRunTime(jar)).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> samples = loader.loadClass(Samples.class.getName());
            Object results = ((Callable<?>) samples.getConstructor().newInstance()).call();
            assertThat(results).isEqualTo(new Samples().call());
            assertThat(samples.getNestMembers())
                    .anyMatch(member -> member.getSimpleName().contains("Lambda"));
        }
    }

    private static List<Path> samples() throws IOException {
        Path classes = Path.of(URI.create(LambdaClassesTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .resolve("org/selfstab");
        try (Stream<Path> files = Files.list(classes)) {
            return files.filter(file -> file.getFileName().toString().startsWith("LambdaClassesTest"))
                    .toList();
        }
    }

    /** How many class files of the samples name Java's maker of lambdas. */
    private static long linkedAtRunTime(Path jar) throws IOException {
        long count = 0;
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> classes = Files.list(files.getPath("org/selfstab"))) {
            for (Path file :
                    classes.filter(each -> each.toString().contains("Samples")).toList()) {
                count += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("LambdaMetafactory")
                        ? 1
                        : 0;
            }
        }
        return count;
    }

    private static void rewrite(Path jar) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "src/dist/LambdaClasses.java",
                        jar.toString(),
                        "org/selfstab")
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
        }
        assertThat(process.waitFor()).isZero();
    }
}
