package org.selfstab.spark;

import org.selfstab.sweep.Cluster;
import org.selfstab.sweep.PointExecution;

/** A cluster of Apache Spark, or Spark in this process ({@code local[2]}). */
public final class SparkCluster implements Cluster {

    @Override
    public PointExecution at(String master) {
        return new SparkExecution(master);
    }
}
