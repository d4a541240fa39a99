From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition xa (X Y W eta g k3 m n q : R) : R :=
  (- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2).

Definition ya (X Y W eta g A m n : R) : R :=
  (- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A).

Definition wa (X Y W eta B n q : R) : R :=
  (- eta) * (n * X * Y + q * X * W - B).

Definition x1 (e X Y W eta g k3 m n q : R) : R :=
  - X + e * xa X Y W eta g k3 m n q.

Definition y1 (e X Y W eta g A m n : R) : R :=
  Y + e * ya X Y W eta g A m n.

Definition w1 (e X Y W eta B n q : R) : R :=
  W + e * wa X Y W eta B n q.

Definition gx (e X Y W eta g A B k3 m n q : R) : R :=
  g * x1 e X Y W eta g k3 m n q * y1 e X Y W eta g A m n + k3 * (x1 e X Y W eta g k3 m n q) ^ 2 / 2 + m * (y1 e X Y W eta g A m n) ^ 2 / 2 + n * y1 e X Y W eta g A m n * w1 e X Y W eta B n q + q * (w1 e X Y W eta B n q) ^ 2 / 2.

Definition gy (e X Y W eta g A B k3 m n q : R) : R :=
  g * (x1 e X Y W eta g k3 m n q) ^ 2 / 2 + m * x1 e X Y W eta g k3 m n q * y1 e X Y W eta g A m n + n * x1 e X Y W eta g k3 m n q * w1 e X Y W eta B n q - A.

Definition Xa (X Y W eta g A B k3 m n q : R) : R :=
  - xa X Y W eta g k3 m n q - eta * gx 0 X Y W eta g A B k3 m n q.

Definition Ya (X Y W eta g A B k3 m n q : R) : R :=
  ya X Y W eta g A m n - eta * gy 0 X Y W eta g A B k3 m n q.

Lemma equation : forall (X Y W eta g A B k3 m n q : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> g * Y * Ya X Y W eta g A B k3 m n q + g * X * Xa X Y W eta g A B k3 m n q / 2 - A * Xa X Y W eta g A B k3 m n q / X = 0.
Proof.
  intros.
  try assert (P0 : X <> 0) by (nonzero).
  change (g * Y * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A) - eta * (g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + n * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) - A)) + g * X * (- ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) - eta * (g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + k3 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + n * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + q * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2)) / 2 - A * (- ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) - eta * (g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + k3 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + n * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + q * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2)) / X = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y W eta g A B k3 m n q : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> g * Y * Ya X Y W eta g A B k3 m n q + g * X * Xa X Y W eta g A B k3 m n q / 2 - A * Xa X Y W eta g A B k3 m n q / X = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition f31 (eta m n : R) : R :=
  3 * m * n * eta / 2.

Definition f22 (eta m n q : R) : R :=
  (m * q + 2 * n ^ 2) * eta / 2.

Definition f13 (eta n q : R) : R :=
  3 * n * q * eta / 2.

Definition xa (X Y W eta g k3 m n q : R) : R :=
  (- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2).

Definition ya (X Y W eta g A m n : R) : R :=
  (- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A).

Definition wa (X Y W eta B n q : R) : R :=
  (- eta) * (n * X * Y + q * X * W - B).

Definition x1 (e X Y W eta g k3 m n q : R) : R :=
  - X + e * xa X Y W eta g k3 m n q.

Definition y1 (e X Y W eta g A m n : R) : R :=
  Y + e * ya X Y W eta g A m n.

Definition w1 (e X Y W eta B n q : R) : R :=
  W + e * wa X Y W eta B n q.

Definition gx (e X Y W eta g A B k3 m n q : R) : R :=
  g * x1 e X Y W eta g k3 m n q * y1 e X Y W eta g A m n + k3 * (x1 e X Y W eta g k3 m n q) ^ 2 / 2 + m * (y1 e X Y W eta g A m n) ^ 2 / 2 + n * y1 e X Y W eta g A m n * w1 e X Y W eta B n q + q * (w1 e X Y W eta B n q) ^ 2 / 2.

Definition gy (e X Y W eta g A B k3 m n q : R) : R :=
  g * (x1 e X Y W eta g k3 m n q) ^ 2 / 2 + m * x1 e X Y W eta g k3 m n q * y1 e X Y W eta g A m n + n * x1 e X Y W eta g k3 m n q * w1 e X Y W eta B n q - A.

Definition Xa (X Y W eta g A B k3 m n q : R) : R :=
  - xa X Y W eta g k3 m n q - eta * gx 0 X Y W eta g A B k3 m n q.

Definition Ya (X Y W eta g A B k3 m n q : R) : R :=
  ya X Y W eta g A m n - eta * gy 0 X Y W eta g A B k3 m n q.

Definition xb (X Y W eta k4 p p2 R_ R2 R3 c0 c1 c2 c3 J J2 : R) : R :=
  (- eta) * (k4 * X ^ 3 / 6 + p * X ^ 2 * Y / 2 + p2 * X ^ 2 * W / 2 + R_ * X * Y ^ 2 / 2 + R2 * X * Y * W + R3 * X * W ^ 2 / 2 + c0 * Y ^ 3 / 6 + c1 * Y ^ 2 * W / 2 + c2 * Y * W ^ 2 / 2 + c3 * W ^ 3 / 6 + J * Y + J2 * W).

Definition yb (X Y W eta m n q p R_ R2 c0 c1 c2 H H2 J F4 : R) : R :=
  (- eta) * (p * X ^ 3 / 6 + R_ * X ^ 2 * Y / 2 + R2 * X ^ 2 * W / 2 + c0 * X * Y ^ 2 / 2 + c1 * X * Y * W + c2 * X * W ^ 2 / 2 + F4 * Y ^ 3 / 6 + f31 eta m n * Y ^ 2 * W / 2 + f22 eta m n q * Y * W ^ 2 / 2 + f13 eta n q * W ^ 3 / 6 + H * Y + H2 * W + J * X).

Definition hx (e X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 J J2 : R) : R :=
  k4 * (x1 e X Y W eta g k3 m n q) ^ 3 / 6 + p * (x1 e X Y W eta g k3 m n q) ^ 2 * y1 e X Y W eta g A m n / 2 + p2 * (x1 e X Y W eta g k3 m n q) ^ 2 * w1 e X Y W eta B n q / 2 + R_ * x1 e X Y W eta g k3 m n q * (y1 e X Y W eta g A m n) ^ 2 / 2 + R2 * x1 e X Y W eta g k3 m n q * y1 e X Y W eta g A m n * w1 e X Y W eta B n q + R3 * x1 e X Y W eta g k3 m n q * (w1 e X Y W eta B n q) ^ 2 / 2 + c0 * (y1 e X Y W eta g A m n) ^ 3 / 6 + c1 * (y1 e X Y W eta g A m n) ^ 2 * w1 e X Y W eta B n q / 2 + c2 * y1 e X Y W eta g A m n * (w1 e X Y W eta B n q) ^ 2 / 2 + c3 * (w1 e X Y W eta B n q) ^ 3 / 6 + J * y1 e X Y W eta g A m n + J2 * w1 e X Y W eta B n q.

Definition hy (e X Y W eta g A B k3 m n q p R_ R2 c0 c1 c2 H H2 J F4 : R) : R :=
  p * (x1 e X Y W eta g k3 m n q) ^ 3 / 6 + R_ * (x1 e X Y W eta g k3 m n q) ^ 2 * y1 e X Y W eta g A m n / 2 + R2 * (x1 e X Y W eta g k3 m n q) ^ 2 * w1 e X Y W eta B n q / 2 + c0 * x1 e X Y W eta g k3 m n q * (y1 e X Y W eta g A m n) ^ 2 / 2 + c1 * x1 e X Y W eta g k3 m n q * y1 e X Y W eta g A m n * w1 e X Y W eta B n q + c2 * x1 e X Y W eta g k3 m n q * (w1 e X Y W eta B n q) ^ 2 / 2 + F4 * (y1 e X Y W eta g A m n) ^ 3 / 6 + f31 eta m n * (y1 e X Y W eta g A m n) ^ 2 * w1 e X Y W eta B n q / 2 + f22 eta m n q * y1 e X Y W eta g A m n * (w1 e X Y W eta B n q) ^ 2 / 2 + f13 eta n q * (w1 e X Y W eta B n q) ^ 3 / 6 + H * y1 e X Y W eta g A m n + H2 * w1 e X Y W eta B n q + J * x1 e X Y W eta g k3 m n q.

Definition gx_e (e X Y W eta g A B k3 m n q : R) : R :=
  g * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + g * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) + k3 * (2 * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) / 2 + m * (2 * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) / 2 + (n * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) + n * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (n * X * Y + q * X * W - B))) + q * (2 * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) * ((- eta) * (n * X * Y + q * X * W - B))) / 2.

Lemma gx_e_derivative : forall (e X Y W eta g A B k3 m n q : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun e => gx e X Y W eta g A B k3 m n q) e (gx_e e X Y W eta g A B k3 m n q).
Proof.
  intros.
  change (is_derive (fun e => g * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + k3 * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + n * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) + q * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2) e (g * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + g * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) + k3 * (2 * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) / 2 + m * (2 * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) / 2 + (n * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) + n * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (n * X * Y + q * X * W - B))) + q * (2 * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) * ((- eta) * (n * X * Y + q * X * W - B))) / 2)).
  derivative.
Qed.

Definition Xb (X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 J J2 : R) : R :=
  - xb X Y W eta k4 p p2 R_ R2 R3 c0 c1 c2 c3 J J2 - eta * (gx_e 0 X Y W eta g A B k3 m n q + hx 0 X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 J J2).

Definition gy_e (e X Y W eta g A B k3 m n q : R) : R :=
  g * (2 * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) / 2 + (m * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + m * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + (n * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) + n * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (n * X * Y + q * X * W - B))).

Lemma gy_e_derivative : forall (e X Y W eta g A B k3 m n q : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun e => gy e X Y W eta g A B k3 m n q) e (gy_e e X Y W eta g A B k3 m n q).
Proof.
  intros.
  change (is_derive (fun e => g * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + n * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) - A) e (g * (2 * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) / 2 + (m * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (Y + e * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + m * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + (n * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (W + e * ((- eta) * (n * X * Y + q * X * W - B))) + n * (- X + e * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (n * X * Y + q * X * W - B))))).
  derivative.
Qed.

Definition Yb (X Y W eta g A B k3 m n q p R_ R2 c0 c1 c2 H H2 J F4 : R) : R :=
  yb X Y W eta m n q p R_ R2 c0 c1 c2 H H2 J F4 - eta * (gy_e 0 X Y W eta g A B k3 m n q + hy 0 X Y W eta g A B k3 m n q p R_ R2 c0 c1 c2 H H2 J F4).

Definition K (eta k3 k4 : R) : R :=
  3 * k3 ^ 2 / (2 / eta) - k4.

Definition Ryy (eta k3 m n R_ : R) : R :=
  R_ + 2 * (m ^ 2 + n ^ 2) / (2 / eta) - k3 * m / (2 / eta).

Definition Ryw (eta k3 m n q R2 : R) : R :=
  R2 + 2 * (m * n + n * q) / (2 / eta) - k3 * n / (2 / eta).

Definition Rww (eta k3 n q R3 : R) : R :=
  R3 + 2 * (n ^ 2 + q ^ 2) / (2 / eta) - k3 * q / (2 / eta).

Definition slope (eta g A B k3 m n q R_ R2 H : R) : R :=
  (- (H * g ^ 2 - g * (A * Ryy eta k3 m n R_ + B * Ryw eta k3 m n q R2))) / (g * A) - 2 * Ryy eta k3 m n R_ * g ^ 2 / g ^ 2.

Definition Gamma (eta g A B k3 k4 m n q R_ R2 H : R) : R :=
  2 - 2 * K eta k3 k4 / (3 * eta * g ^ 2) + slope eta g A B k3 m n q R_ R2 H / (eta * g ^ 2).

Definition slide (eta g A B k3 m n q R2 R3 H2 : R) : R :=
  (- eta) * B * (g * H2 - A * Ryw eta k3 m n q R2 - B * Rww eta k3 n q R3) / (g * A).

Definition F (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R) : R :=
  A * R2 * W / g + A * W ^ 2 * eta * q / (2 * X) - A * W * eta * k3 * n / (2 * g) + A * W * eta * m * n / g + A * W * eta * n * q / g + A * W * Y * eta * n / X + A * X * eta * k3 / 2 + A * Y * eta * g + A * Y ^ 2 * eta * m / (2 * X) - B * R2 * Y / g - B * R3 * W / g + B * W * eta * k3 * q / (2 * g) - B * W * eta * n ^ 2 / g - B * W * eta * q ^ 2 / g + B * Y * eta * k3 * n / (2 * g) - B * Y * eta * m * n / g - B * Y * eta * n * q / g + H2 * W + R_ * Y ^ 3 / 3 - R2 * W * X ^ 2 / 2 - R2 * W * Y ^ 2 - R3 * W ^ 2 * Y - W ^ 2 * X * eta * g * q / 4 + W ^ 2 * Y * eta * k3 * q / 2 - W ^ 2 * Y * eta * n ^ 2 - W ^ 2 * Y * eta * q ^ 2 + W * X ^ 2 * eta * k3 * n / 4 - W * X ^ 2 * eta * m * n / 2 - W * X ^ 2 * eta * n * q / 2 + W * X * Y * eta * g * n / 2 + W * Y ^ 2 * eta * k3 * n / 2 - W * Y ^ 2 * eta * m * n - W * Y ^ 2 * eta * n * q - X ^ 3 * eta * g * k3 / 4 - X ^ 2 * Y * eta * g ^ 2 / 2 + X ^ 2 * Y * eta * k3 ^ 2 / 2 - X ^ 2 * Y * k4 / 3 + 3 * X * Y ^ 2 * eta * g * m / 4 - Y ^ 3 * eta * g ^ 2 + 2 * Y ^ 3 * eta * k3 ^ 2 / 3 - Y ^ 3 * eta * k3 * m / 6 + Y ^ 3 * eta * m ^ 2 / 3 + Y ^ 3 * eta * n ^ 2 / 3 - 4 * Y ^ 3 * k4 / 9 + B ^ 2 * R3 * Y / (A * g) - B ^ 2 * Y * eta * k3 * q / (2 * A * g) + B ^ 2 * Y * eta * n ^ 2 / (A * g) + B ^ 2 * Y * eta * q ^ 2 / (A * g) - B * H2 * Y / A + B * R3 * W * X ^ 2 / (2 * A) + B * R3 * W * Y ^ 2 / A - B * W * X ^ 2 * eta * k3 * q / (4 * A) + B * W * X ^ 2 * eta * n ^ 2 / (2 * A) + B * W * X ^ 2 * eta * q ^ 2 / (2 * A) - B * W * Y ^ 2 * eta * k3 * q / (2 * A) + B * W * Y ^ 2 * eta * n ^ 2 / A + B * W * Y ^ 2 * eta * q ^ 2 / A - H2 * W * X ^ 2 * g / (2 * A) - H2 * W * Y ^ 2 * g / A.

Definition F_X (X Y W eta g A B k3 k4 m n q R2 R3 H2 : R) : R :=
  A * W ^ 2 * eta * q * ((- 2) / (2 * X) ^ 2) + A * W * Y * eta * n * ((- 1) / X ^ 2) + A * eta * k3 / 2 + A * Y ^ 2 * eta * m * ((- 2) / (2 * X) ^ 2) - R2 * W * (2 * X) / 2 - W ^ 2 * eta * g * q / 4 + W * (2 * X) * eta * k3 * n / 4 - W * (2 * X) * eta * m * n / 2 - W * (2 * X) * eta * n * q / 2 + W * Y * eta * g * n / 2 - 3 * X ^ 2 * eta * g * k3 / 4 - 2 * X * Y * eta * g ^ 2 / 2 + 2 * X * Y * eta * k3 ^ 2 / 2 - 2 * X * Y * k4 / 3 + 3 * Y ^ 2 * eta * g * m / 4 + B * R3 * W * (2 * X) / (2 * A) - B * W * (2 * X) * eta * k3 * q / (4 * A) + B * W * (2 * X) * eta * n ^ 2 / (2 * A) + B * W * (2 * X) * eta * q ^ 2 / (2 * A) - H2 * W * (2 * X) * g / (2 * A).

Lemma F_X_derivative : forall (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun X => F X Y W eta g A B k3 k4 m n q R_ R2 R3 H2) X (F_X X Y W eta g A B k3 k4 m n q R2 R3 H2).
Proof.
  intros.
  try assert (P0 : g <> 0) by (nonzero).
  try assert (P1 : X <> 0) by (nonzero).
  try assert (P2 : A <> 0) by (nonzero).
  change (is_derive (fun X => A * R2 * W / g + A * W ^ 2 * eta * q / (2 * X) - A * W * eta * k3 * n / (2 * g) + A * W * eta * m * n / g + A * W * eta * n * q / g + A * W * Y * eta * n / X + A * X * eta * k3 / 2 + A * Y * eta * g + A * Y ^ 2 * eta * m / (2 * X) - B * R2 * Y / g - B * R3 * W / g + B * W * eta * k3 * q / (2 * g) - B * W * eta * n ^ 2 / g - B * W * eta * q ^ 2 / g + B * Y * eta * k3 * n / (2 * g) - B * Y * eta * m * n / g - B * Y * eta * n * q / g + H2 * W + R_ * Y ^ 3 / 3 - R2 * W * X ^ 2 / 2 - R2 * W * Y ^ 2 - R3 * W ^ 2 * Y - W ^ 2 * X * eta * g * q / 4 + W ^ 2 * Y * eta * k3 * q / 2 - W ^ 2 * Y * eta * n ^ 2 - W ^ 2 * Y * eta * q ^ 2 + W * X ^ 2 * eta * k3 * n / 4 - W * X ^ 2 * eta * m * n / 2 - W * X ^ 2 * eta * n * q / 2 + W * X * Y * eta * g * n / 2 + W * Y ^ 2 * eta * k3 * n / 2 - W * Y ^ 2 * eta * m * n - W * Y ^ 2 * eta * n * q - X ^ 3 * eta * g * k3 / 4 - X ^ 2 * Y * eta * g ^ 2 / 2 + X ^ 2 * Y * eta * k3 ^ 2 / 2 - X ^ 2 * Y * k4 / 3 + 3 * X * Y ^ 2 * eta * g * m / 4 - Y ^ 3 * eta * g ^ 2 + 2 * Y ^ 3 * eta * k3 ^ 2 / 3 - Y ^ 3 * eta * k3 * m / 6 + Y ^ 3 * eta * m ^ 2 / 3 + Y ^ 3 * eta * n ^ 2 / 3 - 4 * Y ^ 3 * k4 / 9 + B ^ 2 * R3 * Y / (A * g) - B ^ 2 * Y * eta * k3 * q / (2 * A * g) + B ^ 2 * Y * eta * n ^ 2 / (A * g) + B ^ 2 * Y * eta * q ^ 2 / (A * g) - B * H2 * Y / A + B * R3 * W * X ^ 2 / (2 * A) + B * R3 * W * Y ^ 2 / A - B * W * X ^ 2 * eta * k3 * q / (4 * A) + B * W * X ^ 2 * eta * n ^ 2 / (2 * A) + B * W * X ^ 2 * eta * q ^ 2 / (2 * A) - B * W * Y ^ 2 * eta * k3 * q / (2 * A) + B * W * Y ^ 2 * eta * n ^ 2 / A + B * W * Y ^ 2 * eta * q ^ 2 / A - H2 * W * X ^ 2 * g / (2 * A) - H2 * W * Y ^ 2 * g / A) X (A * W ^ 2 * eta * q * ((- 2) / (2 * X) ^ 2) + A * W * Y * eta * n * ((- 1) / X ^ 2) + A * eta * k3 / 2 + A * Y ^ 2 * eta * m * ((- 2) / (2 * X) ^ 2) - R2 * W * (2 * X) / 2 - W ^ 2 * eta * g * q / 4 + W * (2 * X) * eta * k3 * n / 4 - W * (2 * X) * eta * m * n / 2 - W * (2 * X) * eta * n * q / 2 + W * Y * eta * g * n / 2 - 3 * X ^ 2 * eta * g * k3 / 4 - 2 * X * Y * eta * g ^ 2 / 2 + 2 * X * Y * eta * k3 ^ 2 / 2 - 2 * X * Y * k4 / 3 + 3 * Y ^ 2 * eta * g * m / 4 + B * R3 * W * (2 * X) / (2 * A) - B * W * (2 * X) * eta * k3 * q / (4 * A) + B * W * (2 * X) * eta * n ^ 2 / (2 * A) + B * W * (2 * X) * eta * q ^ 2 / (2 * A) - H2 * W * (2 * X) * g / (2 * A))).
  unfold Rdiv, Rminus.
  eapply same_derivative; [ by_rules | ].
  cbn beta; cbn [INR pred].
  assert (I0 : g * / g = 1) by (apply Rinv_r; nonzero).
  assert (I1 : X * / X = 1) by (apply Rinv_r; nonzero).
  assert (I2 : A * / A = 1) by (apply Rinv_r; nonzero).
  inverses_apart.
  generalize dependent (/ g).
  generalize dependent (/ X).
  generalize dependent (/ A).
  intros.
  field [I0 I1 I2]; conditions.
Qed.

Definition F_Y (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R) : R :=
  A * W * eta * n / X + A * eta * g + A * (2 * Y) * eta * m / (2 * X) - B * R2 / g + B * eta * k3 * n / (2 * g) - B * eta * m * n / g - B * eta * n * q / g + R_ * (3 * Y ^ 2) / 3 - R2 * W * (2 * Y) - R3 * W ^ 2 + W ^ 2 * eta * k3 * q / 2 - W ^ 2 * eta * n ^ 2 - W ^ 2 * eta * q ^ 2 + W * X * eta * g * n / 2 + W * (2 * Y) * eta * k3 * n / 2 - W * (2 * Y) * eta * m * n - W * (2 * Y) * eta * n * q - X ^ 2 * eta * g ^ 2 / 2 + X ^ 2 * eta * k3 ^ 2 / 2 - X ^ 2 * k4 / 3 + 3 * X * (2 * Y) * eta * g * m / 4 - 3 * Y ^ 2 * eta * g ^ 2 + 2 * (3 * Y ^ 2) * eta * k3 ^ 2 / 3 - 3 * Y ^ 2 * eta * k3 * m / 6 + 3 * Y ^ 2 * eta * m ^ 2 / 3 + 3 * Y ^ 2 * eta * n ^ 2 / 3 - 4 * (3 * Y ^ 2) * k4 / 9 + B ^ 2 * R3 / (A * g) - B ^ 2 * eta * k3 * q / (2 * A * g) + B ^ 2 * eta * n ^ 2 / (A * g) + B ^ 2 * eta * q ^ 2 / (A * g) - B * H2 / A + B * R3 * W * (2 * Y) / A - B * W * (2 * Y) * eta * k3 * q / (2 * A) + B * W * (2 * Y) * eta * n ^ 2 / A + B * W * (2 * Y) * eta * q ^ 2 / A - H2 * W * (2 * Y) * g / A.

Lemma F_Y_derivative : forall (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun Y => F X Y W eta g A B k3 k4 m n q R_ R2 R3 H2) Y (F_Y X Y W eta g A B k3 k4 m n q R_ R2 R3 H2).
Proof.
  intros.
  try assert (P0 : g <> 0) by (nonzero).
  try assert (P1 : X <> 0) by (nonzero).
  try assert (P2 : A <> 0) by (nonzero).
  change (is_derive (fun Y => A * R2 * W / g + A * W ^ 2 * eta * q / (2 * X) - A * W * eta * k3 * n / (2 * g) + A * W * eta * m * n / g + A * W * eta * n * q / g + A * W * Y * eta * n / X + A * X * eta * k3 / 2 + A * Y * eta * g + A * Y ^ 2 * eta * m / (2 * X) - B * R2 * Y / g - B * R3 * W / g + B * W * eta * k3 * q / (2 * g) - B * W * eta * n ^ 2 / g - B * W * eta * q ^ 2 / g + B * Y * eta * k3 * n / (2 * g) - B * Y * eta * m * n / g - B * Y * eta * n * q / g + H2 * W + R_ * Y ^ 3 / 3 - R2 * W * X ^ 2 / 2 - R2 * W * Y ^ 2 - R3 * W ^ 2 * Y - W ^ 2 * X * eta * g * q / 4 + W ^ 2 * Y * eta * k3 * q / 2 - W ^ 2 * Y * eta * n ^ 2 - W ^ 2 * Y * eta * q ^ 2 + W * X ^ 2 * eta * k3 * n / 4 - W * X ^ 2 * eta * m * n / 2 - W * X ^ 2 * eta * n * q / 2 + W * X * Y * eta * g * n / 2 + W * Y ^ 2 * eta * k3 * n / 2 - W * Y ^ 2 * eta * m * n - W * Y ^ 2 * eta * n * q - X ^ 3 * eta * g * k3 / 4 - X ^ 2 * Y * eta * g ^ 2 / 2 + X ^ 2 * Y * eta * k3 ^ 2 / 2 - X ^ 2 * Y * k4 / 3 + 3 * X * Y ^ 2 * eta * g * m / 4 - Y ^ 3 * eta * g ^ 2 + 2 * Y ^ 3 * eta * k3 ^ 2 / 3 - Y ^ 3 * eta * k3 * m / 6 + Y ^ 3 * eta * m ^ 2 / 3 + Y ^ 3 * eta * n ^ 2 / 3 - 4 * Y ^ 3 * k4 / 9 + B ^ 2 * R3 * Y / (A * g) - B ^ 2 * Y * eta * k3 * q / (2 * A * g) + B ^ 2 * Y * eta * n ^ 2 / (A * g) + B ^ 2 * Y * eta * q ^ 2 / (A * g) - B * H2 * Y / A + B * R3 * W * X ^ 2 / (2 * A) + B * R3 * W * Y ^ 2 / A - B * W * X ^ 2 * eta * k3 * q / (4 * A) + B * W * X ^ 2 * eta * n ^ 2 / (2 * A) + B * W * X ^ 2 * eta * q ^ 2 / (2 * A) - B * W * Y ^ 2 * eta * k3 * q / (2 * A) + B * W * Y ^ 2 * eta * n ^ 2 / A + B * W * Y ^ 2 * eta * q ^ 2 / A - H2 * W * X ^ 2 * g / (2 * A) - H2 * W * Y ^ 2 * g / A) Y (A * W * eta * n / X + A * eta * g + A * (2 * Y) * eta * m / (2 * X) - B * R2 / g + B * eta * k3 * n / (2 * g) - B * eta * m * n / g - B * eta * n * q / g + R_ * (3 * Y ^ 2) / 3 - R2 * W * (2 * Y) - R3 * W ^ 2 + W ^ 2 * eta * k3 * q / 2 - W ^ 2 * eta * n ^ 2 - W ^ 2 * eta * q ^ 2 + W * X * eta * g * n / 2 + W * (2 * Y) * eta * k3 * n / 2 - W * (2 * Y) * eta * m * n - W * (2 * Y) * eta * n * q - X ^ 2 * eta * g ^ 2 / 2 + X ^ 2 * eta * k3 ^ 2 / 2 - X ^ 2 * k4 / 3 + 3 * X * (2 * Y) * eta * g * m / 4 - 3 * Y ^ 2 * eta * g ^ 2 + 2 * (3 * Y ^ 2) * eta * k3 ^ 2 / 3 - 3 * Y ^ 2 * eta * k3 * m / 6 + 3 * Y ^ 2 * eta * m ^ 2 / 3 + 3 * Y ^ 2 * eta * n ^ 2 / 3 - 4 * (3 * Y ^ 2) * k4 / 9 + B ^ 2 * R3 / (A * g) - B ^ 2 * eta * k3 * q / (2 * A * g) + B ^ 2 * eta * n ^ 2 / (A * g) + B ^ 2 * eta * q ^ 2 / (A * g) - B * H2 / A + B * R3 * W * (2 * Y) / A - B * W * (2 * Y) * eta * k3 * q / (2 * A) + B * W * (2 * Y) * eta * n ^ 2 / A + B * W * (2 * Y) * eta * q ^ 2 / A - H2 * W * (2 * Y) * g / A)).
  unfold Rdiv, Rminus.
  eapply same_derivative; [ by_rules | ].
  cbn beta; cbn [INR pred].
  assert (I0 : g * / g = 1) by (apply Rinv_r; nonzero).
  assert (I1 : X * / X = 1) by (apply Rinv_r; nonzero).
  assert (I2 : A * / A = 1) by (apply Rinv_r; nonzero).
  inverses_apart.
  generalize dependent (/ g).
  generalize dependent (/ X).
  generalize dependent (/ A).
  intros.
  field [I0 I1 I2]; conditions.
Qed.

Definition F_W (X Y W eta g A B k3 m n q R2 R3 H2 : R) : R :=
  A * R2 / g + A * (2 * W) * eta * q / (2 * X) - A * eta * k3 * n / (2 * g) + A * eta * m * n / g + A * eta * n * q / g + A * Y * eta * n / X - B * R3 / g + B * eta * k3 * q / (2 * g) - B * eta * n ^ 2 / g - B * eta * q ^ 2 / g + H2 - R2 * X ^ 2 / 2 - R2 * Y ^ 2 - R3 * (2 * W) * Y - 2 * W * X * eta * g * q / 4 + 2 * W * Y * eta * k3 * q / 2 - 2 * W * Y * eta * n ^ 2 - 2 * W * Y * eta * q ^ 2 + X ^ 2 * eta * k3 * n / 4 - X ^ 2 * eta * m * n / 2 - X ^ 2 * eta * n * q / 2 + X * Y * eta * g * n / 2 + Y ^ 2 * eta * k3 * n / 2 - Y ^ 2 * eta * m * n - Y ^ 2 * eta * n * q + B * R3 * X ^ 2 / (2 * A) + B * R3 * Y ^ 2 / A - B * X ^ 2 * eta * k3 * q / (4 * A) + B * X ^ 2 * eta * n ^ 2 / (2 * A) + B * X ^ 2 * eta * q ^ 2 / (2 * A) - B * Y ^ 2 * eta * k3 * q / (2 * A) + B * Y ^ 2 * eta * n ^ 2 / A + B * Y ^ 2 * eta * q ^ 2 / A - H2 * X ^ 2 * g / (2 * A) - H2 * Y ^ 2 * g / A.

Lemma F_W_derivative : forall (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun W => F X Y W eta g A B k3 k4 m n q R_ R2 R3 H2) W (F_W X Y W eta g A B k3 m n q R2 R3 H2).
Proof.
  intros.
  try assert (P0 : g <> 0) by (nonzero).
  try assert (P1 : X <> 0) by (nonzero).
  try assert (P2 : A <> 0) by (nonzero).
  change (is_derive (fun W => A * R2 * W / g + A * W ^ 2 * eta * q / (2 * X) - A * W * eta * k3 * n / (2 * g) + A * W * eta * m * n / g + A * W * eta * n * q / g + A * W * Y * eta * n / X + A * X * eta * k3 / 2 + A * Y * eta * g + A * Y ^ 2 * eta * m / (2 * X) - B * R2 * Y / g - B * R3 * W / g + B * W * eta * k3 * q / (2 * g) - B * W * eta * n ^ 2 / g - B * W * eta * q ^ 2 / g + B * Y * eta * k3 * n / (2 * g) - B * Y * eta * m * n / g - B * Y * eta * n * q / g + H2 * W + R_ * Y ^ 3 / 3 - R2 * W * X ^ 2 / 2 - R2 * W * Y ^ 2 - R3 * W ^ 2 * Y - W ^ 2 * X * eta * g * q / 4 + W ^ 2 * Y * eta * k3 * q / 2 - W ^ 2 * Y * eta * n ^ 2 - W ^ 2 * Y * eta * q ^ 2 + W * X ^ 2 * eta * k3 * n / 4 - W * X ^ 2 * eta * m * n / 2 - W * X ^ 2 * eta * n * q / 2 + W * X * Y * eta * g * n / 2 + W * Y ^ 2 * eta * k3 * n / 2 - W * Y ^ 2 * eta * m * n - W * Y ^ 2 * eta * n * q - X ^ 3 * eta * g * k3 / 4 - X ^ 2 * Y * eta * g ^ 2 / 2 + X ^ 2 * Y * eta * k3 ^ 2 / 2 - X ^ 2 * Y * k4 / 3 + 3 * X * Y ^ 2 * eta * g * m / 4 - Y ^ 3 * eta * g ^ 2 + 2 * Y ^ 3 * eta * k3 ^ 2 / 3 - Y ^ 3 * eta * k3 * m / 6 + Y ^ 3 * eta * m ^ 2 / 3 + Y ^ 3 * eta * n ^ 2 / 3 - 4 * Y ^ 3 * k4 / 9 + B ^ 2 * R3 * Y / (A * g) - B ^ 2 * Y * eta * k3 * q / (2 * A * g) + B ^ 2 * Y * eta * n ^ 2 / (A * g) + B ^ 2 * Y * eta * q ^ 2 / (A * g) - B * H2 * Y / A + B * R3 * W * X ^ 2 / (2 * A) + B * R3 * W * Y ^ 2 / A - B * W * X ^ 2 * eta * k3 * q / (4 * A) + B * W * X ^ 2 * eta * n ^ 2 / (2 * A) + B * W * X ^ 2 * eta * q ^ 2 / (2 * A) - B * W * Y ^ 2 * eta * k3 * q / (2 * A) + B * W * Y ^ 2 * eta * n ^ 2 / A + B * W * Y ^ 2 * eta * q ^ 2 / A - H2 * W * X ^ 2 * g / (2 * A) - H2 * W * Y ^ 2 * g / A) W (A * R2 / g + A * (2 * W) * eta * q / (2 * X) - A * eta * k3 * n / (2 * g) + A * eta * m * n / g + A * eta * n * q / g + A * Y * eta * n / X - B * R3 / g + B * eta * k3 * q / (2 * g) - B * eta * n ^ 2 / g - B * eta * q ^ 2 / g + H2 - R2 * X ^ 2 / 2 - R2 * Y ^ 2 - R3 * (2 * W) * Y - 2 * W * X * eta * g * q / 4 + 2 * W * Y * eta * k3 * q / 2 - 2 * W * Y * eta * n ^ 2 - 2 * W * Y * eta * q ^ 2 + X ^ 2 * eta * k3 * n / 4 - X ^ 2 * eta * m * n / 2 - X ^ 2 * eta * n * q / 2 + X * Y * eta * g * n / 2 + Y ^ 2 * eta * k3 * n / 2 - Y ^ 2 * eta * m * n - Y ^ 2 * eta * n * q + B * R3 * X ^ 2 / (2 * A) + B * R3 * Y ^ 2 / A - B * X ^ 2 * eta * k3 * q / (4 * A) + B * X ^ 2 * eta * n ^ 2 / (2 * A) + B * X ^ 2 * eta * q ^ 2 / (2 * A) - B * Y ^ 2 * eta * k3 * q / (2 * A) + B * Y ^ 2 * eta * n ^ 2 / A + B * Y ^ 2 * eta * q ^ 2 / A - H2 * X ^ 2 * g / (2 * A) - H2 * Y ^ 2 * g / A)).
  unfold Rdiv, Rminus.
  eapply same_derivative; [ by_rules | ].
  cbn beta; cbn [INR pred].
  assert (I0 : g * / g = 1) by (apply Rinv_r; nonzero).
  assert (I1 : X * / X = 1) by (apply Rinv_r; nonzero).
  assert (I2 : A * / A = 1) by (apply Rinv_r; nonzero).
  inverses_apart.
  generalize dependent (/ g).
  generalize dependent (/ X).
  generalize dependent (/ A).
  intros.
  field [I0 I1 I2]; conditions.
Qed.

Lemma equation : forall (X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 H H2 J J2 F4 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> g * (Y * Yb X Y W eta g A B k3 m n q p R_ R2 c0 c1 c2 H H2 J F4 + (Ya X Y W eta g A B k3 m n q) ^ 2 / 2) + g * (X * Xb X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 J J2 / 2 + (Xa X Y W eta g A B k3 m n q) ^ 2 / 4) - A * (Xb X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 J J2 / X - (Xa X Y W eta g A B k3 m n q) ^ 2 / (2 * X ^ 2)) = 2 * eta ^ 2 * g ^ 2 * A * Gamma eta g A B k3 k4 m n q R_ R2 H * Y ^ 2 - slide eta g A B k3 m n q R2 R3 H2 * g * Y ^ 2 - eta * g / 3 * (F4 - 3 * m ^ 2 / (2 / eta)) * Y ^ 4 + F_X X Y W eta g A B k3 k4 m n q R2 R3 H2 * eta * g * X * Y + F_Y X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 * eta * (A - g * X ^ 2 / 2) + F_W X Y W eta g A B k3 m n q R2 R3 H2 * eta * B.
Proof.
  intros.
  try assert (P0 : X <> 0) by (nonzero).
  try assert (P1 : eta <> 0) by (nonzero).
  try assert (P2 : g <> 0) by (nonzero).
  try assert (P3 : A <> 0) by (nonzero).
  change (g * (Y * ((- eta) * (p * X ^ 3 / 6 + R_ * X ^ 2 * Y / 2 + R2 * X ^ 2 * W / 2 + c0 * X * Y ^ 2 / 2 + c1 * X * Y * W + c2 * X * W ^ 2 / 2 + F4 * Y ^ 3 / 6 + 3 * m * n * eta / 2 * Y ^ 2 * W / 2 + (m * q + 2 * n ^ 2) * eta / 2 * Y * W ^ 2 / 2 + 3 * n * q * eta / 2 * W ^ 3 / 6 + H * Y + H2 * W + J * X) - eta * (g * (2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) / 2 + (m * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + m * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + (n * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + n * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (n * X * Y + q * X * W - B))) + (p * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 3 / 6 + R_ * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) / 2 + R2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + c0 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + c1 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + c2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2 + F4 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 3 / 6 + 3 * m * n * eta / 2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + (m * q + 2 * n ^ 2) * eta / 2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2 + 3 * n * q * eta / 2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 3 / 6 + H * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + H2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + J * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)))))) + ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A) - eta * (g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + n * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) - A)) ^ 2 / 2) + g * (X * (- ((- eta) * (k4 * X ^ 3 / 6 + p * X ^ 2 * Y / 2 + p2 * X ^ 2 * W / 2 + R_ * X * Y ^ 2 / 2 + R2 * X * Y * W + R3 * X * W ^ 2 / 2 + c0 * Y ^ 3 / 6 + c1 * Y ^ 2 * W / 2 + c2 * Y * W ^ 2 / 2 + c3 * W ^ 3 / 6 + J * Y + J2 * W)) - eta * (g * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) + k3 * (2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) / 2 + m * (2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) / 2 + (n * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + n * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (n * X * Y + q * X * W - B))) + q * (2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + (k4 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 3 / 6 + p * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) / 2 + p2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + R_ * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + R2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + R3 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2 + c0 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 3 / 6 + c1 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + c2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2 + c3 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 3 / 6 + J * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + J2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B)))))) / 2 + (- ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) - eta * (g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + k3 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + n * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + q * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2)) ^ 2 / 4) - A * ((- ((- eta) * (k4 * X ^ 3 / 6 + p * X ^ 2 * Y / 2 + p2 * X ^ 2 * W / 2 + R_ * X * Y ^ 2 / 2 + R2 * X * Y * W + R3 * X * W ^ 2 / 2 + c0 * Y ^ 3 / 6 + c1 * Y ^ 2 * W / 2 + c2 * Y * W ^ 2 / 2 + c3 * W ^ 3 / 6 + J * Y + J2 * W)) - eta * (g * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) + k3 * (2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) / 2 + m * (2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) / 2 + (n * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A)) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + n * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * ((- eta) * (n * X * Y + q * X * W - B))) + q * (2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + (k4 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 3 / 6 + p * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) / 2 + p2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + R_ * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + R2 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + R3 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2 + c0 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 3 / 6 + c1 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) / 2 + c2 * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2 + c3 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 3 / 6 + J * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + J2 * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B)))))) / X - (- ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2)) - eta * (g * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) + k3 * (- X + 0 * ((- eta) * (g * X * Y + k3 * X ^ 2 / 2 + m * Y ^ 2 / 2 + n * Y * W + q * W ^ 2 / 2))) ^ 2 / 2 + m * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) ^ 2 / 2 + n * (Y + 0 * ((- eta) * (g * X ^ 2 / 2 + m * X * Y + n * X * W - A))) * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) + q * (W + 0 * ((- eta) * (n * X * Y + q * X * W - B))) ^ 2 / 2)) ^ 2 / (2 * X ^ 2)) = 2 * eta ^ 2 * g ^ 2 * A * (2 - 2 * (3 * k3 ^ 2 / (2 / eta) - k4) / (3 * eta * g ^ 2) + ((- (H * g ^ 2 - g * (A * (R_ + 2 * (m ^ 2 + n ^ 2) / (2 / eta) - k3 * m / (2 / eta)) + B * (R2 + 2 * (m * n + n * q) / (2 / eta) - k3 * n / (2 / eta))))) / (g * A) - 2 * (R_ + 2 * (m ^ 2 + n ^ 2) / (2 / eta) - k3 * m / (2 / eta)) * g ^ 2 / g ^ 2) / (eta * g ^ 2)) * Y ^ 2 - (- eta) * B * (g * H2 - A * (R2 + 2 * (m * n + n * q) / (2 / eta) - k3 * n / (2 / eta)) - B * (R3 + 2 * (n ^ 2 + q ^ 2) / (2 / eta) - k3 * q / (2 / eta))) / (g * A) * g * Y ^ 2 - eta * g / 3 * (F4 - 3 * m ^ 2 / (2 / eta)) * Y ^ 4 + (A * W ^ 2 * eta * q * ((- 2) / (2 * X) ^ 2) + A * W * Y * eta * n * ((- 1) / X ^ 2) + A * eta * k3 / 2 + A * Y ^ 2 * eta * m * ((- 2) / (2 * X) ^ 2) - R2 * W * (2 * X) / 2 - W ^ 2 * eta * g * q / 4 + W * (2 * X) * eta * k3 * n / 4 - W * (2 * X) * eta * m * n / 2 - W * (2 * X) * eta * n * q / 2 + W * Y * eta * g * n / 2 - 3 * X ^ 2 * eta * g * k3 / 4 - 2 * X * Y * eta * g ^ 2 / 2 + 2 * X * Y * eta * k3 ^ 2 / 2 - 2 * X * Y * k4 / 3 + 3 * Y ^ 2 * eta * g * m / 4 + B * R3 * W * (2 * X) / (2 * A) - B * W * (2 * X) * eta * k3 * q / (4 * A) + B * W * (2 * X) * eta * n ^ 2 / (2 * A) + B * W * (2 * X) * eta * q ^ 2 / (2 * A) - H2 * W * (2 * X) * g / (2 * A)) * eta * g * X * Y + (A * W * eta * n / X + A * eta * g + A * (2 * Y) * eta * m / (2 * X) - B * R2 / g + B * eta * k3 * n / (2 * g) - B * eta * m * n / g - B * eta * n * q / g + R_ * (3 * Y ^ 2) / 3 - R2 * W * (2 * Y) - R3 * W ^ 2 + W ^ 2 * eta * k3 * q / 2 - W ^ 2 * eta * n ^ 2 - W ^ 2 * eta * q ^ 2 + W * X * eta * g * n / 2 + W * (2 * Y) * eta * k3 * n / 2 - W * (2 * Y) * eta * m * n - W * (2 * Y) * eta * n * q - X ^ 2 * eta * g ^ 2 / 2 + X ^ 2 * eta * k3 ^ 2 / 2 - X ^ 2 * k4 / 3 + 3 * X * (2 * Y) * eta * g * m / 4 - 3 * Y ^ 2 * eta * g ^ 2 + 2 * (3 * Y ^ 2) * eta * k3 ^ 2 / 3 - 3 * Y ^ 2 * eta * k3 * m / 6 + 3 * Y ^ 2 * eta * m ^ 2 / 3 + 3 * Y ^ 2 * eta * n ^ 2 / 3 - 4 * (3 * Y ^ 2) * k4 / 9 + B ^ 2 * R3 / (A * g) - B ^ 2 * eta * k3 * q / (2 * A * g) + B ^ 2 * eta * n ^ 2 / (A * g) + B ^ 2 * eta * q ^ 2 / (A * g) - B * H2 / A + B * R3 * W * (2 * Y) / A - B * W * (2 * Y) * eta * k3 * q / (2 * A) + B * W * (2 * Y) * eta * n ^ 2 / A + B * W * (2 * Y) * eta * q ^ 2 / A - H2 * W * (2 * Y) * g / A) * eta * (A - g * X ^ 2 / 2) + (A * R2 / g + A * (2 * W) * eta * q / (2 * X) - A * eta * k3 * n / (2 * g) + A * eta * m * n / g + A * eta * n * q / g + A * Y * eta * n / X - B * R3 / g + B * eta * k3 * q / (2 * g) - B * eta * n ^ 2 / g - B * eta * q ^ 2 / g + H2 - R2 * X ^ 2 / 2 - R2 * Y ^ 2 - R3 * (2 * W) * Y - 2 * W * X * eta * g * q / 4 + 2 * W * Y * eta * k3 * q / 2 - 2 * W * Y * eta * n ^ 2 - 2 * W * Y * eta * q ^ 2 + X ^ 2 * eta * k3 * n / 4 - X ^ 2 * eta * m * n / 2 - X ^ 2 * eta * n * q / 2 + X * Y * eta * g * n / 2 + Y ^ 2 * eta * k3 * n / 2 - Y ^ 2 * eta * m * n - Y ^ 2 * eta * n * q + B * R3 * X ^ 2 / (2 * A) + B * R3 * Y ^ 2 / A - B * X ^ 2 * eta * k3 * q / (4 * A) + B * X ^ 2 * eta * n ^ 2 / (2 * A) + B * X ^ 2 * eta * q ^ 2 / (2 * A) - B * Y ^ 2 * eta * k3 * q / (2 * A) + B * Y ^ 2 * eta * n ^ 2 / A + B * Y ^ 2 * eta * q ^ 2 / A - H2 * X ^ 2 * g / (2 * A) - H2 * Y ^ 2 * g / A) * eta * B).
  assert (I0 : X * / X = 1) by (apply Rinv_r; nonzero).
  assert (I1 : eta * / eta = 1) by (apply Rinv_r; nonzero).
  assert (I2 : g * / g = 1) by (apply Rinv_r; nonzero).
  assert (I3 : A * / A = 1) by (apply Rinv_r; nonzero).
  inverses_apart.
  generalize dependent (/ X).
  generalize dependent (/ eta).
  generalize dependent (/ g).
  generalize dependent (/ A).
  intros.
  field [I0 I1 I2 I3]; conditions.
Qed.

Definition claims : Prop :=
  (forall (e X Y W eta g A B k3 m n q : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun e => gx e X Y W eta g A B k3 m n q) e (gx_e e X Y W eta g A B k3 m n q))
  /\ (forall (e X Y W eta g A B k3 m n q : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun e => gy e X Y W eta g A B k3 m n q) e (gy_e e X Y W eta g A B k3 m n q))
  /\ (forall (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun X => F X Y W eta g A B k3 k4 m n q R_ R2 R3 H2) X (F_X X Y W eta g A B k3 k4 m n q R2 R3 H2))
  /\ (forall (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun Y => F X Y W eta g A B k3 k4 m n q R_ R2 R3 H2) Y (F_Y X Y W eta g A B k3 k4 m n q R_ R2 R3 H2))
  /\ (forall (X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> is_derive (fun W => F X Y W eta g A B k3 k4 m n q R_ R2 R3 H2) W (F_W X Y W eta g A B k3 m n q R2 R3 H2))
  /\ (forall (X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 H H2 J J2 F4 : R), 0 < eta -> 0 < X -> 0 < g -> 0 < A -> g * (Y * Yb X Y W eta g A B k3 m n q p R_ R2 c0 c1 c2 H H2 J F4 + (Ya X Y W eta g A B k3 m n q) ^ 2 / 2) + g * (X * Xb X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 J J2 / 2 + (Xa X Y W eta g A B k3 m n q) ^ 2 / 4) - A * (Xb X Y W eta g A B k3 k4 m n q p p2 R_ R2 R3 c0 c1 c2 c3 J J2 / X - (Xa X Y W eta g A B k3 m n q) ^ 2 / (2 * X ^ 2)) = 2 * eta ^ 2 * g ^ 2 * A * Gamma eta g A B k3 k4 m n q R_ R2 H * Y ^ 2 - slide eta g A B k3 m n q R2 R3 H2 * g * Y ^ 2 - eta * g / 3 * (F4 - 3 * m ^ 2 / (2 / eta)) * Y ^ 4 + F_X X Y W eta g A B k3 k4 m n q R2 R3 H2 * eta * g * X * Y + F_Y X Y W eta g A B k3 k4 m n q R_ R2 R3 H2 * eta * (A - g * X ^ 2 / 2) + F_W X Y W eta g A B k3 m n q R2 R3 H2 * eta * B).

Theorem proved : claims.
Proof. exact (conj gx_e_derivative (conj gy_e_derivative (conj F_X_derivative (conj F_Y_derivative (conj F_W_derivative equation))))). Qed.

End Equation2.

Theorem energy_drift_two_soft_directions : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions energy_drift_two_soft_directions.
