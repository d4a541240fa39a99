From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition S (eta beta c : R) : R :=
  2 * (2 - c) / ((2 * (1 - beta) + c * (2 * beta + (- 1))) * eta).

Lemma equation : forall (eta beta c : R), 0 < eta -> 0 < c -> 2 * (1 - beta) + c * (2 * beta + (- 1)) <> 0 -> (1 - eta * S eta beta c * (1 - beta) + 1) * (1 - c - c * eta * S eta beta c * beta + 1) + eta * S eta beta c * beta * (c * (1 - eta * S eta beta c * (1 - beta))) = 0.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((1 - eta * (2 * (2 - c) / ((2 * (1 - beta) + c * (2 * beta + (- 1))) * eta)) * (1 - beta) + 1) * (1 - c - c * eta * (2 * (2 - c) / ((2 * (1 - beta) + c * (2 * beta + (- 1))) * eta)) * beta + 1) + eta * (2 * (2 - c) / ((2 * (1 - beta) + c * (2 * beta + (- 1))) * eta)) * beta * (c * (1 - eta * (2 * (2 - c) / ((2 * (1 - beta) + c * (2 * beta + (- 1))) * eta)) * (1 - beta))) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta beta c : R), 0 < eta -> 0 < c -> 2 * (1 - beta) + c * (2 * beta + (- 1)) <> 0 -> (1 - eta * S eta beta c * (1 - beta) + 1) * (1 - c - c * eta * S eta beta c * beta + 1) + eta * S eta beta c * beta * (c * (1 - eta * S eta beta c * (1 - beta))) = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition S (eta beta c : R) : R :=
  2 * (2 - c) / ((2 * (1 - beta) + c * (2 * beta + (- 1))) * eta).

Lemma equation : forall (eta beta : R), 0 < eta -> 2 * (1 - beta) + 0 * (2 * beta + (- 1)) <> 0 -> 1 - beta <> 0 -> S eta beta 0 = 2 / ((1 - beta) * eta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (2 * (2 - 0) / ((2 * (1 - beta) + 0 * (2 * beta + (- 1))) * eta) = 2 / ((1 - beta) * eta)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta beta : R), 0 < eta -> 2 * (1 - beta) + 0 * (2 * beta + (- 1)) <> 0 -> 1 - beta <> 0 -> S eta beta 0 = 2 / ((1 - beta) * eta)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem schedule_free_edge : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions schedule_free_edge.
