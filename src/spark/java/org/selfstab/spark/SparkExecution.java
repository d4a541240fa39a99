package org.selfstab.spark;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.selfstab.sweep.PointExecution;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepJob;
import org.selfstab.vocabulary.SelfstabException;
import scala.reflect.ClassTag$;

/**
 * Runs points as tasks of Spark. The results of a task come back as soon as it ends, so that the driver can keep them. Settings
 * {@code spark.*} are taken from system properties, as Spark does.
 */
final class SparkExecution implements PointExecution {

    /** Beyond so many points a task has several. */
    private static final int MAX_TASKS = 10_000;

    private static final String EXECUTORS_CLASS_PATH = "spark.executor.extraClassPath";

    private final String master;

    SparkExecution(String master) {
        this.master = master;
    }

    @Override
    public void run(SweepJob job, List<Integer> points, Consumer<PointResult> done) {
        ResultKeeper keeper = new ResultKeeper(done);
        try (JavaSparkContext spark = new JavaSparkContext(settings())) {
            int tasks = Math.min(points.size(), MAX_TASKS);
            spark.sc()
                    .runJob(
                            spark.parallelize(points, tasks).rdd(),
                            new PointTask(job),
                            keeper,
                            ClassTag$.MODULE$.<String[]>apply(String[].class));
        } catch (RuntimeException failure) {
            keeper.rethrow();
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the sweep was interrupted");
            }
            throw refused(failure);
        } catch (Exception failure) { // Scala does not declare what it throws
            keeper.rethrow();
            throw refused(failure);
        }
    }

    private SelfstabException refused(Exception failure) {
        return new SelfstabException(
                "--master " + master + ": Spark cannot run the sweep: " + failure.getMessage(),
                "finished points are kept, with --out the same command goes on");
    }

    private SparkConf settings() {
        SparkConf settings = new SparkConf()
                .setMaster(master)
                .setIfMissing("spark.app.name", "selfstab sweep")
                .setIfMissing("spark.ui.enabled", "false");
        if (master.startsWith("local-cluster")) {
            return settings.setIfMissing(EXECUTORS_CLASS_PATH, absoluteClassPath());
        }
        return master.startsWith("local") ? settings : settings.setIfMissing("spark.jars", jarsOfThisProgram());
    }

    /** Executors on this machine use the files that this process uses. */
    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What other machines need beside their Spark. */
    private static String jarsOfThisProgram() {
        return new File(SweepJob.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getAbsolutePath();
    }
}
