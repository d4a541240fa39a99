package org.selfstab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.vocabulary.SelfstabException;

class WorkersTest {

    @Test
    void tasksWithinATaskAreDoneByItsThreadAndIdleOnes() {
        try (Workers workers = new Workers(2)) {
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            List<Future<Integer>> outer = IntStream.range(0, 4)
                    .mapToObj(i -> workers.submit(() -> sumOfSquares(100, threads)))
                    .toList();
            outer.forEach(sum -> assertThat(workers.resultOf(sum, "outer")).isEqualTo(328_350));
            assertThat(threads).hasSizeLessThanOrEqualTo(2).doesNotContain(Thread.currentThread());
        }
    }

    private static int sumOfSquares(int n, Set<Thread> threads) {
        try (Workers inner = new Workers(8)) {
            List<Future<Integer>> squares = IntStream.range(0, n)
                    .mapToObj(i -> inner.submit(() -> {
                        threads.add(Thread.currentThread());
                        return i * i;
                    }))
                    .toList();
            return squares.stream()
                    .mapToInt(square -> inner.resultOf(square, "inner"))
                    .sum();
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
            assertThatThrownBy(() -> workers.resultOf(first, "task")).isSameAs(known);
            assertThatThrownBy(() -> workers.resultOf(second, "task"))
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
            assertThatThrownBy(() -> workers.resultOf(waiting, "task"))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("task was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
