import { Frame } from '@/components/ui/frame'

export default function ReaderLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
