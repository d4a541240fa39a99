From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition r (eta m g : R) : R :=
  eta * g / (2 * (1 + m)).

Lemma equation : forall (eta m c g : R), 0 < eta -> 0 < m -> (1 + m) * (c + r eta m g) - m * (c - r eta m g) - eta * g = c - r eta m g.
Proof.
  intros.
  try assert (P0 : 1 + m <> 0) by (nonzero).
  change ((1 + m) * (c + eta * g / (2 * (1 + m))) - m * (c - eta * g / (2 * (1 + m))) - eta * g = c - eta * g / (2 * (1 + m))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m c g : R), 0 < eta -> 0 < m -> (1 + m) * (c + r eta m g) - m * (c - r eta m g) - eta * g = c - r eta m g).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition r (eta m g : R) : R :=
  eta * g / (2 * (1 + m)).

Lemma equation : forall (eta m c g : R), 0 < eta -> 0 < m -> (1 + m) * (c + r eta m g) - m * (c - r eta m g) - c - g * eta * (1 + 2 * m) / (2 * (1 + m)) = 0.
Proof.
  intros.
  try assert (P0 : 1 + m <> 0) by (nonzero).
  change ((1 + m) * (c + eta * g / (2 * (1 + m))) - m * (c - eta * g / (2 * (1 + m))) - c - g * eta * (1 + 2 * m) / (2 * (1 + m)) = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m c g : R), 0 < eta -> 0 < m -> (1 + m) * (c + r eta m g) - m * (c - r eta m g) - c - g * eta * (1 + 2 * m) / (2 * (1 + m)) = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem two_cycle_of_every_optimizer : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions two_cycle_of_every_optimizer.
