From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition g1 (b : R) : R :=
  b.

Definition g2 (m b : R) : R :=
  b * m.

Definition q1 (m b : R) : R :=
  (g1 b + m * g2 m b) / (1 + m ^ 2).

Definition q2 (m b : R) : R :=
  m * (g1 b + m * g2 m b) / (1 + m ^ 2).

Lemma equation : forall (m b eta h11 h12 h22 : R), g1 b * ((1 - eta * h11) * q1 m b - eta * h12 * q2 m b) + g2 m b * ((- eta) * h12 * q1 m b + (1 - eta * h22) * q2 m b) = (g1 b) ^ 2 + (g2 m b) ^ 2 - eta * (h11 * (g1 b) ^ 2 + 2 * h12 * g1 b * g2 m b + h22 * (g2 m b) ^ 2).
Proof.
  intros.
  try assert (P0 : 1 + m ^ 2 <> 0) by (nonzero).
  change (b * ((1 - eta * h11) * ((b + m * (b * m)) / (1 + m ^ 2)) - eta * h12 * (m * (b + m * (b * m)) / (1 + m ^ 2))) + b * m * ((- eta) * h12 * ((b + m * (b * m)) / (1 + m ^ 2)) + (1 - eta * h22) * (m * (b + m * (b * m)) / (1 + m ^ 2))) = b ^ 2 + (b * m) ^ 2 - eta * (h11 * b ^ 2 + 2 * h12 * b * (b * m) + h22 * (b * m) ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (m b eta h11 h12 h22 : R), g1 b * ((1 - eta * h11) * q1 m b - eta * h12 * q2 m b) + g2 m b * ((- eta) * h12 * q1 m b + (1 - eta * h22) * q2 m b) = (g1 b) ^ 2 + (g2 m b) ^ 2 - eta * (h11 * (g1 b) ^ 2 + 2 * h12 * g1 b * g2 m b + h22 * (g2 m b) ^ 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition g1 (b : R) : R :=
  b.

Definition g2 (m b : R) : R :=
  b * m.

Definition h11 (m s : R) : R :=
  s * m ^ 2 / (1 + m ^ 2).

Definition h12 (m s : R) : R :=
  (- s) * m / (1 + m ^ 2).

Definition h22 (m s : R) : R :=
  s / (1 + m ^ 2).

Lemma equation : forall (m b eta s : R), g1 b * ((1 - eta * h11 m s) * g1 b - eta * h12 m s * g2 m b) + g2 m b * ((- eta) * h12 m s * g1 b + (1 - eta * h22 m s) * g2 m b) = (g1 b) ^ 2 + (g2 m b) ^ 2.
Proof.
  intros.
  try assert (P0 : 1 + m ^ 2 <> 0) by (nonzero).
  change (b * ((1 - eta * (s * m ^ 2 / (1 + m ^ 2))) * b - eta * ((- s) * m / (1 + m ^ 2)) * (b * m)) + b * m * ((- eta) * ((- s) * m / (1 + m ^ 2)) * b + (1 - eta * (s / (1 + m ^ 2))) * (b * m)) = b ^ 2 + (b * m) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (m b eta s : R), g1 b * ((1 - eta * h11 m s) * g1 b - eta * h12 m s * g2 m b) + g2 m b * ((- eta) * h12 m s * g1 b + (1 - eta * h22 m s) * g2 m b) = (g1 b) ^ 2 + (g2 m b) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem propagator : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions propagator.
