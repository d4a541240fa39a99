From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition P (S : R) : R :=
  S / 2.

Definition nu (eta S : R) : R :=
  eta ^ 2 * (P S) ^ 2.

Definition rho (b2 : R) : R :=
  (1 - b2) / b2.

Definition w (eta S : R) : R :=
  1 / (P S * eta ^ 2 * P S).

Definition A (eta b2 S gs g2 : R) : R :=
  (- gs) / (P S) ^ 2 + rho b2 * w eta S * (nu eta S - g2).

Definition B (eta b2 S s2 : R) : R :=
  s2 / (P S) ^ 3 + 2 * rho b2 * w eta S * S ^ 2 / P S.

Lemma equation : forall (eta b2 S gs g2 s2 : R), 0 < eta -> 0 < b2 -> 0 < S -> 0 < s2 -> s2 / (S / 2) ^ 3 + 2 * ((1 - b2) / b2) * (1 / (S / 2 * eta ^ 2 * (S / 2))) * S ^ 2 / (S / 2) <> 0 -> b2 * s2 / 2 + (1 - b2) * S ^ 2 / eta ^ 2 <> 0 -> 2 * A eta b2 S gs g2 / (B eta b2 S s2 * P S) = ((- b2) * gs + (1 - b2) * (S ^ 2 / 4 - g2 / eta ^ 2)) / (b2 * s2 / 2 + (1 - b2) * S ^ 2 / eta ^ 2).
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  try assert (P1 : b2 <> 0) by (nonzero).
  try assert (P2 : eta <> 0) by (nonzero).
  change (2 * ((- gs) / (S / 2) ^ 2 + (1 - b2) / b2 * (1 / (S / 2 * eta ^ 2 * (S / 2))) * (eta ^ 2 * (S / 2) ^ 2 - g2)) / ((s2 / (S / 2) ^ 3 + 2 * ((1 - b2) / b2) * (1 / (S / 2 * eta ^ 2 * (S / 2))) * S ^ 2 / (S / 2)) * (S / 2)) = ((- b2) * gs + (1 - b2) * (S ^ 2 / 4 - g2 / eta ^ 2)) / (b2 * s2 / 2 + (1 - b2) * S ^ 2 / eta ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta b2 S gs g2 s2 : R), 0 < eta -> 0 < b2 -> 0 < S -> 0 < s2 -> s2 / (S / 2) ^ 3 + 2 * ((1 - b2) / b2) * (1 / (S / 2 * eta ^ 2 * (S / 2))) * S ^ 2 / (S / 2) <> 0 -> b2 * s2 / 2 + (1 - b2) * S ^ 2 / eta ^ 2 <> 0 -> 2 * A eta b2 S gs g2 / (B eta b2 S s2 * P S) = ((- b2) * gs + (1 - b2) * (S ^ 2 / 4 - g2 / eta ^ 2)) / (b2 * s2 / 2 + (1 - b2) * S ^ 2 / eta ^ 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition P (S : R) : R :=
  S / 2.

Definition nu (eta S : R) : R :=
  eta ^ 2 * (P S) ^ 2.

Definition rho (b2 : R) : R :=
  (1 - b2) / b2.

Definition w (eta S : R) : R :=
  1 / (P S * eta ^ 2 * P S).

Definition dS (S gs s2 v : R) : R :=
  (- (gs + v * s2 / 2)) / P S.

Definition dnu (eta b2 S g2 v : R) : R :=
  rho b2 * (g2 + v * S ^ 2 - nu eta S).

Definition A (eta b2 S gs g2 : R) : R :=
  (- gs) / (P S) ^ 2 + rho b2 * w eta S * (nu eta S - g2).

Definition B (eta b2 S s2 : R) : R :=
  s2 / (P S) ^ 3 + 2 * rho b2 * w eta S * S ^ 2 / P S.

Lemma equation : forall (eta b2 S gs g2 s2 v : R), 0 < eta -> 0 < b2 -> 0 < S -> 0 < s2 -> dS S gs s2 v / P S - S * dnu eta b2 S g2 v / (2 * P S * nu eta S) = A eta b2 S gs g2 - B eta b2 S s2 * P S * v / 2.
Proof.
  intros.
  try assert (P0 : S <> 0) by (nonzero).
  try assert (P1 : b2 <> 0) by (nonzero).
  try assert (P2 : eta <> 0) by (nonzero).
  change ((- (gs + v * s2 / 2)) / (S / 2) / (S / 2) - S * ((1 - b2) / b2 * (g2 + v * S ^ 2 - eta ^ 2 * (S / 2) ^ 2)) / (2 * (S / 2) * (eta ^ 2 * (S / 2) ^ 2)) = (- gs) / (S / 2) ^ 2 + (1 - b2) / b2 * (1 / (S / 2 * eta ^ 2 * (S / 2))) * (eta ^ 2 * (S / 2) ^ 2 - g2) - (s2 / (S / 2) ^ 3 + 2 * ((1 - b2) / b2) * (1 / (S / 2 * eta ^ 2 * (S / 2))) * S ^ 2 / (S / 2)) * (S / 2) * v / 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta b2 S gs g2 s2 v : R), 0 < eta -> 0 < b2 -> 0 < S -> 0 < s2 -> dS S gs s2 v / P S - S * dnu eta b2 S g2 v / (2 * P S * nu eta S) = A eta b2 S gs g2 - B eta b2 S s2 * P S * v / 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem adaptive_variance : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions adaptive_variance.
