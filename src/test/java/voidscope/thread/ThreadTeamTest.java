package voidscope.thread;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import voidscope.SteadyState;

/// Every chunk and every part once, whoever does it; exceptions arrive; an idle or closed team
/// rests.
@Timeout(90)
final class ThreadTeamTest {
  @Test
  void run_doesEveryChunkOnce_overManyRuns() {
    for (int threads : new int[] {1, 2, 3}) {
      try (ThreadTeam team = new ThreadTeam(threads)) {
        for (int run = 0; run < 2000; run++) {
          int chunks = run % 17;
          AtomicIntegerArray done = new AtomicIntegerArray(17);
          team.run(
              chunks,
              (chunk, worker) -> {
                assertTrue(worker >= 0 && worker < threads);
                done.incrementAndGet(chunk);
              });
          for (int chunk = 0; chunk < 17; chunk++) {
            assertEquals(chunk < chunks ? 1 : 0, done.get(chunk));
          }
        }
      }
    }
  }

  @Test
  void run_throwsWhatAChunkThrew_afterTheOthersEnded_andGoesOn() {
    try (ThreadTeam team = new ThreadTeam(2)) {
      AtomicIntegerArray done = new AtomicIntegerArray(8);
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  team.run(
                      8,
                      (chunk, worker) -> {
                        done.incrementAndGet(chunk);
                        if (chunk == 3) {
                          throw new IllegalStateException("chunk three");
                        }
                      }));
      assertEquals("chunk three", thrown.getMessage());
      assertEquals(1, done.get(3));
      team.run(8, (chunk, worker) -> done.incrementAndGet(chunk));
      assertEquals(2, done.get(3));
    }
  }

  @Test
  void team_wakesUp_afterItHasSlept() throws InterruptedException {
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (int run = 0; run < 5; run++) {
        Thread.sleep(5);
        AtomicIntegerArray done = new AtomicIntegerArray(4);
        team.run(4, (chunk, worker) -> done.incrementAndGet(chunk));
        assertEquals(1, done.get(3));
      }
    }
  }

  @Test
  void constructor_refusesATeamOfNobody() {
    assertThrows(IllegalArgumentException.class, () -> new ThreadTeam(0));
  }

  /// Chunks and parts in all numbers, in one run after another; what a part wrote without further
  /// ado, its chunk sees.
  @Test
  void share_doesEveryPartOnce_overManyRuns() {
    SplittableRandom random = new SplittableRandom(1);
    for (int threads = 1; threads <= 4; threads++) {
      int members = threads;
      try (ThreadTeam team = new ThreadTeam(threads)) {
        for (int run = 0; run < 1500; run++) {
          int chunks = random.nextInt(threads + 2);
          int parts = random.nextInt(7);
          int shares = random.nextInt(4);
          int[][] done = new int[chunks][parts];
          int[] sums = new int[chunks];
          team.run(
              chunks,
              (chunk, worker) -> {
                for (int share = 0; share < shares; share++) {
                  ThreadTeam.share(
                      parts,
                      (part, helper) -> {
                        assertTrue(helper >= 0 && helper < members);
                        done[chunk][part]++;
                      });
                  sums[chunk] += Arrays.stream(done[chunk]).sum();
                }
              });
          for (int chunk = 0; chunk < chunks; chunk++) {
            assertEquals(parts * shares * (shares + 1) / 2, sums[chunk]);
            for (int times : done[chunk]) {
              assertEquals(shares, times);
            }
          }
        }
      }
    }
  }

  /// Every part waits for all others: only as many threads as there are parts get through.
  @Test
  void share_isHelpedByAllWhoAreIdle() {
    try (ThreadTeam team = new ThreadTeam(4)) {
      for (int run = 0; run < 200; run++) {
        CyclicBarrier all = new CyclicBarrier(4);
        team.run(
            1,
            (chunk, worker) -> {
              assertEquals(4, ThreadTeam.hands());
              ThreadTeam.share(4, (part, helper) -> meet(all));
            });
        CyclicBarrier[] two = {new CyclicBarrier(2), new CyclicBarrier(2)};
        CyclicBarrier both = new CyclicBarrier(2);
        team.run(
            2,
            (chunk, worker) -> {
              meet(both);
              assertEquals(2, ThreadTeam.hands());
              ThreadTeam.share(2, (part, helper) -> meet(two[chunk]));
              meet(both);
            });
      }
    }
  }

  /// The caller of the run, too, when its own chunk has ended.
  @Test
  void share_isHelpedByWhoeverHasNoChunkLeft() {
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (int run = 0; run < 50; run++) {
        AtomicBoolean first = new AtomicBoolean(true);
        CyclicBarrier both = new CyclicBarrier(2);
        team.run(
            2,
            (chunk, worker) -> {
              meet(both);
              if (first.getAndSet(false)) {
                assertEquals(1, ThreadTeam.hands());
                meet(both);
              } else {
                meet(both);
                while (ThreadTeam.hands() == 1) {
                  Thread.onSpinWait();
                }
                ThreadTeam.share(2, (part, helper) -> meet(both));
              }
            });
      }
    }
  }

  /// Pieces of which a shared one takes ten times as long as one that is not.
  @Test
  void parts_areOneMostly_whereSharingDoesNotPay() {
    try (ThreadTeam team = new ThreadTeam(2)) {
      int[] shared = new int[2];
      ThreadTeam.Task slow = (part, worker) -> spin(200_000);
      ThreadTeam.Task fast =
          (part, worker) -> {
            assertEquals(1, ThreadTeam.hands(), "what is shared in one part is a part");
            spin(20_000);
          };
      team.run(
          1,
          (chunk, worker) -> {
            for (int piece = 0; piece < 4_000; piece++) {
              int parts = ThreadTeam.parts();
              shared[piece < 2_000 ? 0 : 1] += parts - 1;
              ThreadTeam.share(parts, parts > 1 ? slow : fast);
              ThreadTeam.round();
            }
          });
      assertTrue(shared[0] > 0 && shared[1] < 400, shared[0] + ", then " + shared[1]);
    }
  }

  private static void spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("nobody came", e);
    }
  }

  @Test
  void share_isDoneAlone_withinAPart_whereNobodyIsIdle_andOutsideOfARun() {
    Thread here = Thread.currentThread();
    assertEquals(1, ThreadTeam.hands());
    int[] outside = new int[3];
    ThreadTeam.share(
        3,
        (part, worker) -> {
          assertEquals(here, Thread.currentThread());
          outside[part] += 1 + worker;
        });
    assertArrayEquals(new int[] {1, 1, 1}, outside);
    try (ThreadTeam team = new ThreadTeam(3)) {
      for (int run = 0; run < 200; run++) {
        AtomicIntegerArray done = new AtomicIntegerArray(9);
        team.run(
            1,
            (chunk, worker) ->
                ThreadTeam.share(
                    3,
                    (part, helper) -> {
                      assertEquals(1, ThreadTeam.hands());
                      Thread mine = Thread.currentThread();
                      ThreadTeam.share(
                          3,
                          (inner, same) -> {
                            assertEquals(helper, same);
                            assertEquals(mine, Thread.currentThread());
                            done.incrementAndGet(3 * part + inner);
                          });
                    }));
        for (int i = 0; i < 9; i++) {
          assertEquals(1, done.get(i));
        }
      }
    }
    assertEquals(1, ThreadTeam.hands());
  }

  @Test
  void share_throwsWhatAPartThrew_intoItsChunk_andGoesOn() {
    for (int threads = 1; threads <= 3; threads++) {
      try (ThreadTeam team = new ThreadTeam(threads)) {
        for (int run = 0; run < 200; run++) {
          int bad = run % 5;
          AtomicIntegerArray caught = new AtomicIntegerArray(2);
          AtomicIntegerArray done = new AtomicIntegerArray(2);
          ThreadTeam.Task work =
              (chunk, worker) -> {
                IllegalStateException thrown =
                    assertThrows(
                        IllegalStateException.class,
                        () -> ThreadTeam.share(5, (part, helper) -> fail(part, bad, chunk)));
                assertEquals("part of chunk " + chunk, thrown.getMessage());
                caught.incrementAndGet(chunk);
                ThreadTeam.share(5, (part, helper) -> done.incrementAndGet(chunk));
              };
          team.run(1 + run % 2, work);
          for (int chunk = 0; chunk <= run % 2; chunk++) {
            assertEquals(1, caught.get(chunk));
            assertEquals(5, done.get(chunk));
          }
          IllegalStateException thrown =
              assertThrows(
                  IllegalStateException.class,
                  () ->
                      team.run(
                          1,
                          (chunk, worker) ->
                              ThreadTeam.share(5, (part, helper) -> fail(part, bad, chunk))));
          assertEquals("part of chunk 0", thrown.getMessage());
        }
      }
    }
  }

  private static void fail(int part, int bad, int chunk) {
    if (part == bad) {
      throw new IllegalStateException("part of chunk " + chunk);
    }
  }

  @Test
  void runAndShare_allocateNothing() {
    try (ThreadTeam team = new ThreadTeam(3)) {
      double[] sums = new double[8];
      ThreadTeam.Task part = (number, worker) -> sums[number] += 1;
      ThreadTeam.Task chunk =
          (number, worker) -> {
            for (int i = 0; i < 20 && number == 0; i++) {
              ThreadTeam.share(8, part);
            }
          };
      assertEquals(0, SteadyState.bytes(() -> team.run(1, chunk)));
      assertEquals(0, SteadyState.bytes(() -> team.run(2, chunk)));
      assertTrue(sums[7] > 0);
    }
  }

  @Test
  void members_park_whenNothingIsSharedAnyMore() throws InterruptedException {
    try (ThreadTeam team = new ThreadTeam(3)) {
      Thread[] members = new Thread[3];
      CyclicBarrier all = new CyclicBarrier(3);
      team.run(
          1,
          (chunk, worker) ->
              ThreadTeam.share(
                  3,
                  (part, helper) -> {
                    members[helper] = Thread.currentThread();
                    meet(all);
                  }));
      assertEquals(Thread.currentThread(), members[0]);
      for (int i = 1; i < 3; i++) {
        while (members[i].getState() != Thread.State.WAITING) {
          Thread.sleep(1);
        }
      }
      team.run(1, (chunk, worker) -> {});
      assertEquals(Thread.State.WAITING, members[1].getState());
      assertEquals(Thread.State.WAITING, members[2].getState());
    }
  }
}
