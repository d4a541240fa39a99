package org.selfstab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.selfstab.vocabulary.SelfstabException;

class WorkersTest {

    @Test
    void tasksWithinATaskAreDoneByItsThread() {
        try (Workers workers = new Workers(2)) {
            Future<List<Thread>> outer = workers.submit(() -> {
                try (Workers inner = new Workers(8)) {
                    Future<Thread> task = inner.submit(Thread::currentThread);
                    return List.of(Thread.currentThread(), Workers.resultOf(task, "inner"));
                }
            });
            List<Thread> threads = Workers.resultOf(outer, "outer");
            assertThat(threads.get(1)).isSameAs(threads.get(0)).isNotSameAs(Thread.currentThread());
        }
    }

    @Test
    void aFailureOfTheProgramComesAsItIsAndADefectWithItsTask() {
        SelfstabException known = new SelfstabException("a", "b");
        IllegalStateException defect = new IllegalStateException("broken");
        try (Workers workers = new Workers(1)) {
            Future<?> first = workers.submit(() -> {
                throw known;
            });
            Future<?> second = workers.submit(() -> {
                throw defect;
            });
            assertThatThrownBy(() -> Workers.resultOf(first, "task")).isSameAs(known);
            assertThatThrownBy(() -> Workers.resultOf(second, "task"))
                    .hasMessage("task")
                    .hasCause(defect);
        }
    }

    @Test
    void anInterruptEndsTheWait() {
        CountDownLatch never = new CountDownLatch(1);
        try (Workers workers = new Workers(1)) {
            Future<?> waiting = workers.submit(() -> {
                never.await();
                return null;
            });
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Workers.resultOf(waiting, "task"))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("task was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
