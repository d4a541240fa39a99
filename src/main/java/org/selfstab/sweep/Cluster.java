package org.selfstab.sweep;

import java.util.ServiceLoader;
import org.selfstab.vocabulary.SelfstabException;

/** Other machines that run points. An implementation is found as a service; the program itself brings none. */
public interface Cluster {

    /**
     * Points run there.
     *
     * @param master where it is, for instance {@code spark://host:7077}
     */
    PointExecution at(String master);

    /**
     * Points run by the cluster whose code is there.
     *
     * @throws SelfstabException if there is none; the message tells how to get it
     */
    static PointExecution find(String master) {
        return ServiceLoader.load(Cluster.class)
                .findFirst()
                .orElseThrow(() -> new SelfstabException(
                        "--master " + master + ": this selfstab was built without Spark",
                        "build it with 'mvn -Pspark package -DskipTests' and run it by spark-submit"))
                .at(master);
    }
}
