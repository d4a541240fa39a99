package org.selfstab.spark;

import org.selfstab.sweep.Cluster;
import org.selfstab.sweep.PointExecution;
import org.selfstab.vocabulary.SelfstabException;

/** A cluster of Apache Spark, or Spark in this process ({@code local[2]}). */
public final class SparkCluster implements Cluster {

    @Override
    public PointExecution at(String master) {
        if (!isSparkThere()) {
            throw new SelfstabException(
                    "--master " + master + ": Spark is not on the class path",
                    "build with mvn -Pspark, and run it by spark-submit");
        }
        return new SparkExecution(master);
    }

    private static boolean isSparkThere() {
        try {
            Class.forName("org.apache.spark.SparkContext", false, SparkCluster.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
